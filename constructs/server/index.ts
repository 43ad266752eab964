export type { FileOnHost } from './delivery/file-on-host.js';
export type { BindMount, Health, Service, ServiceName } from './service/service.js';
export { DifusorServer, type DifusorServerProps, type HostSetUp } from './stack/difusor-server.js';
export { createServerApp, type ServerAppProps } from './stack/server-app.js';
export { serverParts, type ServerParts } from './stack/server-parts.js';
export {
  synthesizeServers,
  type SynthesizedServer,
  type SynthesizeServersOptions,
} from './stack/synthesize-servers.js';
export { nginxHeaderRules } from './web/nginx-header-rules.js';
