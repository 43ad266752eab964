import { framingOf, type Framing } from '../../../lib/frame/index.js';

const PAGE = 'https://prep.diario.example';
const OFFICIAL = 'https://prep.instituto.example/inicio';

function framing(headers: Readonly<Record<string, string | readonly string[]>>): Framing['kind'] {
  return framingOf((name) => [headers[name] ?? []].flat(), PAGE, OFFICIAL).kind;
}

describe('framingOf', () => {
  test.each<[string, Readonly<Record<string, string | readonly string[]>>, Framing['kind']]>([
    ['no header at all', {}, 'allowed'],
    ['X-Frame-Options: DENY', { 'x-frame-options': 'DENY' }, 'refused'],
    ['X-Frame-Options: sameorigin on another host', { 'x-frame-options': 'sameorigin' }, 'refused'],
    [
      'an X-Frame-Options that browsers pass over',
      { 'x-frame-options': 'ALLOW-FROM https://x.example' },
      'allowed',
    ],
    ['two that differ', { 'x-frame-options': 'ALLOWALL, DENY' }, 'refused'],
    ['frame-ancestors none', { 'content-security-policy': "frame-ancestors 'none'" }, 'refused'],
    ['frame-ancestors self', { 'content-security-policy': "frame-ancestors 'self'" }, 'refused'],
    ['frame-ancestors *', { 'content-security-policy': 'frame-ancestors *' }, 'allowed'],
    ['its scheme', { 'content-security-policy': 'frame-ancestors https:' }, 'allowed'],
    [
      'a scheme of http, which https meets',
      { 'content-security-policy': 'frame-ancestors http:' },
      'allowed',
    ],
    ['its host', { 'content-security-policy': 'frame-ancestors prep.diario.example' }, 'allowed'],
    ['its origin', { 'content-security-policy': `frame-ancestors ${PAGE}` }, 'allowed'],
    ['all hosts below', { 'content-security-policy': 'frame-ancestors https://*.diario.example' }, 'allowed'],
    [
      'a wildcard that is the bare name',
      { 'content-security-policy': 'frame-ancestors *.prep.diario.example' },
      'refused',
    ],
    ['a name that only ends alike', { 'content-security-policy': 'frame-ancestors ario.example' }, 'refused'],
    ['another port', { 'content-security-policy': `frame-ancestors ${PAGE}:8443` }, 'refused'],
    ['any port', { 'content-security-policy': `frame-ancestors ${PAGE}:*` }, 'allowed'],
    ['a source that nobody can read', { 'content-security-policy': 'frame-ancestors ¡hola!' }, 'refused'],
    ['an empty list', { 'content-security-policy': 'frame-ancestors' }, 'refused'],
    ['a policy that says nothing of frames', { 'content-security-policy': "default-src 'none'" }, 'allowed'],
    [
      'a policy that allows, over X-Frame-Options',
      { 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' },
      'allowed',
    ],
    [
      'two policies of which one refuses',
      { 'content-security-policy': ['frame-ancestors *', "script-src 'self'; frame-ancestors 'self'"] },
      'refused',
    ],
    [
      'two in one line',
      { 'content-security-policy': "frame-ancestors *, frame-ancestors 'none'" },
      'refused',
    ],
  ])('of %s: %o is %s', (_name, headers, kind) => {
    expect(framing(headers)).toBe(kind);
  });

  it('names the header that refuses, with its value', () => {
    const header = (name: string): readonly string[] => (name === 'x-frame-options' ? ['deny'] : []);
    expect(framingOf(header, PAGE, OFFICIAL)).toEqual({
      kind: 'refused',
      header: 'X-Frame-Options',
      value: 'DENY',
    });
  });

  it('lets a page frame its own host', () => {
    const own = (name: string): readonly string[] =>
      name === 'content-security-policy' ? ["frame-ancestors 'self'"] : [];
    expect(framingOf(own, 'https://prep.instituto.example', OFFICIAL).kind).toBe('allowed');
  });
});
