import { collectTerraform } from '../../../lib/compliance/index.js';
import { text, container, mounted, file, resource, elsewhere, TABLE_END } from './changed-server.js';
import { fallen, metBy, PLANS, restingOn, stackOf, type Body, type Stack } from './synthesized-server.js';
import { UNKNOWNS_OF_CONTAINERS } from './unknowns-of-containers.js';
import { UNKNOWNS_OF_HOSTS } from './unknowns-of-hosts.js';

const WEAKENINGS = [...UNKNOWNS_OF_HOSTS, ...UNKNOWNS_OF_CONTAINERS];

describe('what nobody knows', () => {
  test.each(['rsync', 'sftp', 'frame'] as const)('is nowhere in what the constructs make: %s', (kind) => {
    expect(collectTerraform([stackOf(kind)]).gaps).toEqual([]);
    expect(metBy(kind).length).toBeGreaterThan(12);
  });

  test.each(WEAKENINGS.map(([what, areas, change, kind = 'rsync']) => [what, areas, change, kind] as const))(
    '%s leaves what rests on it undetermined, and all else met',
    (_, areas, change, kind) => {
      const stack = stackOf(kind);
      change(stack);
      const undetermined = restingOn(kind, areas).map((id) => `${id} undetermined`);
      expect(undetermined).not.toEqual([]);
      expect(fallen(kind, stack)).toEqual(undetermined.sort());
    },
  );
});

/** What a fact tells by itself: its own clauses alone. */
const TOLD: readonly (readonly [what: string, change: (stack: Stack) => void, clauses: readonly string[]])[] =
  [
    [
      'trusted networks that are the whole world',
      text('203.0.113.0/28 }', '0.0.0.0/1, 128.0.0.0/1 }'),
      ['open-ports-trusted undetermined'],
    ],
    [
      'a trusted range',
      text('203.0.113.0/28 }', '0.0.0.0-255.255.255.255 }'),
      ['open-ports-trusted undetermined'],
    ],
    [
      'a limit that limits nobody',
      text('over 100/second', 'over 900000/second'),
      ['ddos-limits undetermined'],
    ],
    [
      'a second table that only accepts',
      text(
        TABLE_END,
        `${TABLE_END}table inet x { chain c { type filter hook input priority 0; accept; } }\n`,
      ),
      [],
    ],
    [
      'rules of its own in place of the core rules',
      text('Include /usr/share/modsecurity-crs/rules/*.conf', 'SecRule ARGS "@streq x" "id:1,phase:2,deny"'),
      ['web-firewall undetermined'],
    ],
    [
      'a machine with the user data that lies beside',
      (stack) => {
        resource('hcloud_server', { user_data: stack.cloudInit.replace(/[$%](?=\{)/g, '$&$&') })(stack);
      },
      [],
    ],
    ['a system that a script merely states', elsewhere, ['operating-system undetermined']],
    [
      'a system other than that of the script',
      (stack) => {
        (stack.template.resource.terraform_data!.host!.input as Body).operating_system = 'Ubuntu 18.04';
      },
      ['operating-system undetermined'],
    ],
    ['a stray file', file('/srv/prep/notes.txt', 'x'), []],
    [
      'the socket by a path that climbs',
      mounted('stats', { host_path: '/srv/../var/run', container_path: '/srv/x', read_only: true }),
      ['logical-access-control breached'],
    ],
    ['all privileges', container('web', { privileged: true }), ['logical-access-control breached']],
    [
      'the network of the host',
      container('web', { network_mode: 'host' }),
      ['logical-access-control breached'],
    ],
  ];

describe('what a fact tells', () => {
  test.each(TOLD)('of %s falls on its own clauses', (_, change, clauses) => {
    const stack = stackOf('rsync');
    change(stack);
    expect(fallen('rsync', stack)).toEqual(clauses);
  });
});

describe('what the configuration says otherwise', () => {
  const { server, worker } = PLANS.rsync;
  const expected = {
    accounts: ['difusor', 'instituto'],
    ntpServers: server.ntpServers,
    networks: [...server.trusted, ...server.administrator.from],
    worker,
  };
  const WORKERS = restingOn('rsync', ['workers']).map((id) => `${id} undetermined`);

  test('takes nothing from a stack that came of it', () => {
    expect(fallen('rsync', stackOf('rsync'), expected)).toEqual([]);
    expect(fallen('frame', stackOf('frame'), { officialSite: PLANS.frame.frame.official })).toEqual([]);
  });

  test.each([
    [{ accounts: ['difusor'] }, ['logical-access-control undetermined']],
    [{ accounts: ['difusor', 'instituto', 'otra'] }, ['root-user undetermined', 'ssh-access undetermined']],
    [{ ntpServers: ['time.example.org'] }, ['ntp-client undetermined']],
    [{ networks: ['192.0.2.0/24'] }, ['open-ports-trusted undetermined']],
    [{ worker: { ...worker, takeDownMinutes: 1 } }, WORKERS],
    [{ configuration: { convocatoria: 'veracruz-2024' } }, WORKERS],
  ])('leaves open what rests on %j', (other, clauses) => {
    expect(
      fallen('rsync', stackOf('rsync'), { ...expected, ...other }).filter(
        (line) => !line.startsWith('open-ports-any'),
      ),
    ).toEqual([...clauses].sort());
  });

  test('leaves open a frame of another site', () => {
    expect(fallen('frame', stackOf('frame'), { officialSite: 'https://other.example/' })).toEqual([
      'delivery-method undetermined',
      'frame-page undetermined',
    ]);
  });

  test('is noticed in the file that the worker itself reads', () => {
    const stack = stackOf('rsync');
    text('convocatoria: veracruz-2024', 'convocatoria: otra-2030')(stack);
    expect(fallen('rsync', stack)).toEqual(WORKERS.sort());
  });
});
