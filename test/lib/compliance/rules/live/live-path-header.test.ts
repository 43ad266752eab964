import { livePathHeader } from '../../../../../lib/compliance/rules/live/live-path-header.js';
import { awsFacts, liveFacts, liveFront, seen, unseen } from '../../live-builder.js';
import { evaluateLive, said } from './live-rules.js';

describe('live-path-header', () => {
  test.each([
    ['it is exact on 200 and on 304', 'met live-path-header.exact live-path-header.exact', liveFacts()],
    ['it lacks on 304', 'breached live-path-header.other', liveFacts({ web: web(['no-store'], []) })],
    [
      'it comes twice',
      'breached live-path-header.other',
      liveFacts({ web: web(['no-store', 'no-store'], ['no-store']) }),
    ],
    [
      'it has another value',
      'breached live-path-header.other',
      liveFacts({ web: web(['No-Store'], ['no-store']) }),
    ],
    [
      'each address on AWS has it',
      'met live-path-header.exact live-path-header.exact',
      awsFacts([liveFront('198.51.100.30')]),
    ],
    [
      'one address on AWS lacks it',
      'breached live-path-header.other',
      awsFacts([
        liveFront('198.51.100.30'),
        liveFront('198.51.100.31', { headers: web([], ['no-store']).headers }),
      ]),
    ],
    [
      'no address on AWS answers',
      'undetermined live.no-front',
      awsFacts([{ address: '198.51.100.30', https: seen('silent') }]),
    ],
    [
      'there is no cut yet',
      'undetermined live.unmeasured live.unmeasured',
      liveFacts({ web: web(undefined, undefined) }),
    ],
    [
      'nobody asked for it',
      'undetermined live-path-header.unasked',
      liveFacts({ web: { ...web([], []), headers: [] } }),
    ],
  ])('where %s, says: %s', (_where, expected, live) => {
    expect(said(evaluateLive(livePathHeader, live))).toBe(expected);
  });

  it('does not apply where the call asks for none', () => {
    expect(said(evaluateLive(livePathHeader, liveFacts(), { headers: [] }))).toMatch(/^not-applicable /);
  });

  it('can say nothing where nobody looked', () => {
    expect(said(evaluateLive(livePathHeader, undefined))).toBe('undetermined live.none');
  });
});

function web(fresh: readonly string[] | undefined, revalidated: readonly string[] | undefined) {
  const [host] = liveFacts().hosts;
  const look = (status: number, values: readonly string[] | undefined) =>
    values === undefined ? unseen('nothingThere') : seen({ status, values });
  const header = {
    path: '/json/main.json',
    name: 'Cache-Control',
    fresh: look(200, fresh),
    revalidated: look(304, revalidated),
  };
  return { ...host!.web, headers: [header] };
}
