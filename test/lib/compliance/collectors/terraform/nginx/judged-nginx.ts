import { nginxConf } from '../../../../../../constructs/server/web/nginx-conf.js';
import { collectTerraform, judge, RULES } from '../../../../../../lib/compliance/index.js';
import type { Facts } from '../../../../../../lib/compliance/facts.js';
import { loadConvocatoria } from '../../../../../../lib/convocatorias/index.js';
import { framePlan, sftpPlan } from '../../../../../support/server-plan.js';
import { call, clause } from '../../../call-builder.js';
import { wholeServer } from '../../../whole-server.js';

const SERVER = sftpPlan().server;
const GUARDED = { server: { ...SERVER, web: { ...SERVER.web, modSecurity: true } } };
/** As a difusor's own is rendered, with few media types, so that it is read fast. */
const short = (text: string): string =>
  text.replace(
    /types \{[^}]*\}/,
    'types { text/html html; text/css css; application/javascript js; application/json json; text/csv csv; }',
  );

/** The configuration of nginx that the toolkit makes for a call that demands a header of one path. */
export const OURS = short(nginxConf({ ...sftpPlan(GUARDED), convocatoria: loadConvocatoria('puebla-2024') }));

/** The one that it makes for a page with a frame. */
export const FRAME = short(
  nginxConf(framePlan({ server: { ...framePlan().server, web: GUARDED.server.web } })),
);

const HEADER = {
  path: '/json/main.json',
  name: 'Cache-Control',
  value: 'no-cache, no-store, must-revalidate',
  clause: 'I',
};
const OF_WEB = RULES.filter(({ id, reads }) => reads.includes('webServers') && !id.startsWith('live-'));
/** Every rule that rests on a web server, but the page with a frame, which is another site, and what is only preferred. */
export const CLAUSES = OF_WEB.map(({ id }) => id)
  .filter((id) => !['frame-page', 'high-availability'].includes(id))
  .sort();
const CALL = call({ headers: [HEADER], clauses: CLAUSES.map((id) => clause({ id, rule: id })) });

/** The clauses that are not met with this configuration, each with its verdict. */
export function fallen(conf: string): readonly string[] {
  const scope = { delivery: 'pull' } as const;
  const input = {
    convocatoria: CALL,
    facts: factsWith(conf),
    domain: 'prep.example.org',
    waivers: [],
    today: '2030-06-01',
    scope,
  };
  return judge(input)
    .filter(({ status }) => status !== 'met')
    .map(({ clause: { id }, status }) => `${id} ${status}`);
}

/** The gaps that a configuration leaves, as text. */
export function gapsOf(conf: string): readonly string[] {
  return factsWith(conf).gaps.map(({ area, reason }) => `${area}: ${reason}`);
}

/** A whole server with this configuration; of its gaps only those of the web server. */
function factsWith(conf: string): Facts {
  const [server] = wholeServer();
  if (server === undefined) throw new Error('no server');
  const { resource } = server.template as { resource: { terraform_data: { web: Delivery } } };
  resource.terraform_data.web.input.files['/srv/prep/etc/web/nginx.conf'] = conf;
  const facts = collectTerraform([server]);
  return { ...facts, gaps: facts.gaps.filter(({ reason }) => OF_NGINX.test(reason)) };
}

const OF_NGINX = /^(?:nginx|include |\/etc\/prep\/)/;

interface Delivery {
  readonly input: { readonly files: Record<string, string> };
}
