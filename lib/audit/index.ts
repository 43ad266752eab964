export type { NameResolver } from './addresses.js';
export { audit, type AuditOptions } from './audit.js';
export { unreadable } from './reading.js';
export type { SshCredentials } from './ssh-session.js';
export type { AuditedHost, AuditTarget } from './target.js';
export type { TransferWish } from './transfers-of-host.js';
