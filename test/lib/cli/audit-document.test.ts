import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_SCHEMA, readLiveFacts } from '../../../lib/cli/audit-document.js';
import { createMessages } from '../../../lib/messages/index.js';
import { liveFacts, port, seen } from '../compliance/live-builder.js';
import { serverPlan } from '../../support/server-plan.js';
import { useTemporaryDirectory } from '../../support/temporary-directory.js';

const messages = createMessages('en');
const folder = useTemporaryDirectory();
const DOCUMENT = {
  schema: AUDIT_SCHEMA,
  convocatoria: 'veracruz-2024',
  domain: 'prep.example.org',
  measuredAt: '2024-05-02T12:00:00.000Z',
  live: liveFacts(),
  check: {},
};
const write = (name: string, content: unknown): void =>
  writeFileSync(join(folder(), name), JSON.stringify(content));
const read = (...names: readonly string[]) => readLiveFacts(names, serverPlan(), folder(), messages);

describe('readLiveFacts', () => {
  it('gives nothing where there are no documents', () => {
    expect(read()).toBeUndefined();
  });

  it('joins the documents', () => {
    write('a.json', { ...DOCUMENT, live: liveFacts({ ports: [port('trusted', 22, 'open')] }) });
    write('b.json', { ...DOCUMENT, live: liveFacts({ ports: [port('untrusted', 22, 'silent')] }) });
    expect(read('a.json', 'b.json')?.hosts[0]?.ports).toHaveLength(2);
  });

  test.each([
    ['another site', { ...DOCUMENT, domain: 'other.example.org' }, 'other.example.org'],
    ['another call', { ...DOCUMENT, convocatoria: 'puebla-2024' }, 'puebla-2024'],
    ['another schema', { ...DOCUMENT, schema: 'difusor/check/1' }, 'schema'],
    ['a wrong fact', { ...DOCUMENT, live: liveFacts({ cores: seen(-1) }) }, 'live.hosts.0.cores'],
    [
      'a reason that nobody knows',
      { ...DOCUMENT, live: { ...liveFacts(), domain: { why: 'x' } } },
      'live.domain',
    ],
    ['an unknown key', { ...DOCUMENT, live: { ...liveFacts(), more: 1 } }, 'live'],
    ['no document', [], ''],
  ])('refuses %s', (_what, content, named) => {
    write('a.json', content);
    expect(() => read('a.json')).toThrow(
      expect.objectContaining({
        code: 'USAGE',
        params: { reason: expect.stringContaining(named) as string },
      }) as Error,
    );
  });
});
