export { DifusorServer, type DifusorServerProps, type HostSetUp } from './difusor-server.js';
export type { HostFile } from './host-file.js';
export { createServerApp, type ServerAppProps } from './server-app.js';
export { serverParts, type ServerParts } from './server-parts.js';
export type { Health, Mount, Service, ServiceName } from './service.js';
export {
  synthesizeServers,
  type SynthesizedServer,
  type SynthesizeServersOptions,
} from './synthesize-servers.js';
export { nginxHeaderRules } from './web/nginx-header-rules.js';
