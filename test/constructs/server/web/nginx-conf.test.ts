import { nginxConf } from '../../../../constructs/server/web/nginx-conf.js';
import { framePlan, serverPlan, sftpPlan } from '../../../support/server-plan.js';

const plan = serverPlan();
const withWeb = (web: Partial<typeof plan.server.web>): string =>
  nginxConf({ ...plan, server: { ...plan.server, web: { ...plan.server.web, ...web } } });

describe('nginxConf', () => {
  it('gives the call’s path its header byte for byte, and every other path what the plan says', () => {
    const conf = nginxConf(sftpPlan());
    expect(conf).toContain('"/json/main.json" "no-cache, no-store, must-revalidate";');
    expect(conf).toContain('default "no-cache";');
    expect(conf).toMatch(/add_header Cache-Control \$header_0;$/m);
  });

  it('never sends the call’s headers with errors, and gives no location of readers headers of its own', () => {
    const conf = nginxConf(sftpPlan());
    const [, errors = ''] = /location \^~ \/\.errors\/ \{([^}]*)\}/.exec(conf) ?? [];
    expect(errors).not.toContain('$header_');
    expect(conf.replace(errors, '')).not.toMatch(/Cache-Control[^;]*always/);
    expect(conf.replace(errors, '')).not.toMatch(/location [^{]*\{[^}]*add_header/);
  });

  it('sends with errors every header that each answer of the server has', () => {
    const conf = nginxConf(sftpPlan());
    const [, errors = ''] = /location \^~ \/\.errors\/ \{([^}]*)\}/.exec(conf) ?? [];
    const [, server = ''] = /listen 443 ([\s\S]*)/.exec(conf.replace(errors, '')) ?? [];
    const always = (text: string): readonly string[] =>
      [...text.matchAll(/^ +(add_header .* always;)$/gm)].map(([, line = '']) => line);
    expect(always(errors)).toEqual([...always(server), 'add_header Cache-Control no-store always;']);
    expect(always(server).length).toBeGreaterThan(5);
  });

  it('serves the folder to which the live link leads, resolved once in each request, and none else', () => {
    const conf = nginxConf(plan);
    expect(conf.match(/\$realpath_root/g)).toHaveLength(1);
    expect(conf).toContain('map $realpath_root $cut {');
    expect(conf.indexOf('set $folder $cut;')).toBeLessThan(conf.indexOf('root $folder;'));
    expect(conf).toContain('default /site/nothing;');
  });

  it('limits each reader as the plan says', () => {
    const conf = withWeb({ rateLimit: { requestsPerSecond: 7, burst: 9 } });
    expect(conf).toContain('rate=7r/s;');
    expect(conf).toContain('limit_req zone=requests burst=9 nodelay;');
  });

  it('writes down no refusal, and nothing of port 80, so that nobody fills the disk by asking', () => {
    const conf = withWeb({});
    expect(conf).toMatch(/map \$status \$logged \{ ~\^\(\?:400\|405\|.*429.*\)\$ ""; default 1; \}/);
    expect(conf).toMatch(/access_log \S+ readers .*if=\$logged;/);
    const [, port80 = ''] = /listen 80 ([\s\S]*?)listen 443/.exec(conf) ?? [];
    expect(port80).toMatch(/keepalive_timeout 0;\n\s+access_log off;/);
    expect(port80).toContain('limit_req zone=requests');
    expect(port80).toContain('limit_conn connections');
  });

  it('loads ModSecurity for requests with a query or without a file, and only where the plan asks for it', () => {
    const conf = withWeb({ modSecurity: true });
    expect(conf).toMatch(/^load_module .*modsecurity/);
    expect(conf).toContain('map $is_args $query_goes_on { "" ""; default /.query/none; }');
    expect(conf).toContain('try_files $uri$query_goes_on $uri$query_goes_on/ @query;');
    // ModSecurity lets pass what an error_page led on.
    expect(conf).not.toMatch(/error_page (?!.*\/\.errors\/)/);
    expect(conf).toMatch(/location @query \{\s+modsecurity on;/);
    expect(withWeb({ modSecurity: false })).not.toContain('odsecurity');
  });

  it('serves the page of a frame, which may show the official site alone', () => {
    const conf = nginxConf(framePlan());
    expect(conf).toContain('frame-src https://prep.example.net;');
    expect(conf).toContain('root /etc/prep/page;');
    expect(conf).not.toContain('/site');
  });

  it('refuses a header that nginx’s syntax can’t hold', () => {
    const cacheControl = [{ path: '/*', value: 'no-cache"; return 200' }];
    expect(() => nginxConf({ ...plan, worker: { ...plan.worker, cacheControl } })).toThrow(
      expect.objectContaining({ code: 'NGINX_VALUE_UNWRITABLE' }),
    );
  });
});
