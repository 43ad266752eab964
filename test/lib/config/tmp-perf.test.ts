import { BASE, ConfigFolder, swap } from './sample-config.js';
jest.setTimeout(300000);
const N = 255 * 1024;
const fill = (f: (i: number) => string, room = N - 600) => { let s = ''; for (let i = 0; ; i++) { const x = f(i); if (s.length + x.length > room) return s; s += x; } };
const rows: Record<string, string> = {
  keys: BASE + fill((i) => `k${i}: 1\n`),
  dups: BASE + fill(() => `domain: a\n`),
  secrets: BASE + fill((i) => `token${i}: 1\n`) ,
  secrets2: BASE + fill((i) => `token-${i}: 1\n`) ,
  rehearsals: BASE + 'dates:\n  rehearsals:\n' + fill(() => `    - 2024-05-01\n`),
  tags: BASE + 'tags:\n' + fill((i) => `  aws:${i}: 1\n`),
  contacts: BASE + 'contacts:\n' + fill(() => `  - {}\n`),
  host: BASE.replace('host: prep.example.net', 'host: ' + fill(() => 'a.')+'b'),
  host2: BASE.replace('host: prep.example.net', 'host: ' + fill(() => 'é')+'b'),
  path: BASE.replace('path: /prep.zip', 'path: ' + fill(() => '/a')),
  path2: BASE.replace('path: /prep.zip', 'path: /' + fill(() => '?a=b&')),
  email: BASE + 'alarms: { email: "' + fill(() => 'a.') + '" }\n',
  email2: BASE + 'alarms: { email: "' + fill(() => 'a@a.') + '" }\n',
  url: swap('Ejemplo }', 'Ejemplo, url: "' + fill(() => '//u:p') + '" }'),
  name: swap('Universidad de Ejemplo', '"' + fill(() => '//a:b ') + '"'),
  name2: swap('Universidad de Ejemplo', '"' + fill(() => 'ab') + '"'),
  name3: swap('Universidad de Ejemplo', '"' + fill(() => '/') + '"'),
  name4: swap('Universidad de Ejemplo', '"' + fill(() => 'a:') + '"'),
  name5: swap('Universidad de Ejemplo', '"' + fill(() => 'Bearer ') + '"'),
  pem: swap('Universidad de Ejemplo', '"' + fill(() => '-----BEGIN ') + '"'),
  waivers: BASE + 'waivers:\n' + fill(() => `  - {clause: II.z}\n`),
  waivers2: BASE + 'waivers:\n' + fill(() => `  - {clause: II.z, reason: a, owner: b, expires: 2024-07-01}\n`),
  frame: BASE + 'embedding:\n  frameAncestors:\n' + fill(() => `    - x\n`),
  instant: BASE + 'dates: { opening: "' + fill(() => '2024') + '" }\n',
  conv: swap('bcs-2024', fill(() => 'a/')),
  keylong: BASE + '"' + fill(() => 'a-B') + '": 1\n',
  keyq: BASE + '? "' + fill(() => 'a-B') + '"\n: 1\n',
  anchors: fill(() => '&a '), tags2: fill(() => '!a '), cmts: fill(() => '#\n'), q: '"' + fill(() => '\\u0000'), block: 'a: |\n' + fill(() => ' x\n'), nul: fill(() => '\0'), colon: fill(() => ': '), comma: '[' + fill(() => ','), star: fill(() => '*a '), pct: fill(() => '%a\n'), docs: fill(() => '---\n'),
};
test('perf', () => {
  const folder = new ConfigFolder();
  const out: string[] = [];
  for (const [name, text] of Object.entries(rows)) {
    const t = performance.now();
    const e = folder.refusal(text);
    out.push(`${name} ${Math.round(performance.now() - t)}ms ${e.code} ${e.problems.length} ${e.problems[0]?.id} ${JSON.stringify(e.problems[0]?.params).length}`);
  }
  console.log(out.join('\n'));
  folder.remove();
});
