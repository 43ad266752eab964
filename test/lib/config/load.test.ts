import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { awsPlan, publishingPlan } from '../../../lib/config/index.js';
import { loadPlan } from '../../../lib/config/load.js';
import { BASE, ConfigFolder, failureOf, idsAndLines, swap } from './sample-config.js';

const ROOT = join(__dirname, '../../..');

let folder: ConfigFolder;
beforeEach(() => {
  folder = new ConfigFolder();
});
afterEach(() => {
  folder.remove();
});

describe('loadPlan', () => {
  it('makes a frozen plan of the shortest file', () => {
    const plan = folder.load(BASE);
    expect(plan.file).toBe('difusor.yaml');
    expect(plan.name).toBe('difusor-bcs-2024');
    expect(Object.isFrozen(plan.convocatoria.clauses)).toBe(true);
  });

  it('makes the plan of the later election that the example describes', () => {
    const plan = publishingPlan(awsPlan(loadPlan('examples/bcs/difusor.yaml', { cwd: ROOT })));
    expect(plan.worker.windows.map(({ id, opensAt }) => [id, opensAt])).toEqual([
      ['election', '2027-06-06T20:00:00-07:00'],
      ['rehearsal-2027-05-16', '2027-05-16T20:00:00-07:00'],
      ['rehearsal-2027-05-23', '2027-05-23T20:00:00-07:00'],
      ['rehearsal-2027-05-30', '2027-05-30T20:00:00-07:00'],
    ]);
    expect(plan.convocatoria.electionDay).toBe('2027-06-06');
    expect(plan.site.account).toBeUndefined();
    expect(plan.contacts).toHaveLength(2);
  });

  it.each([
    ['a byte order mark', `\ufeff${BASE}`],
    ['Windows line ends', BASE.replaceAll('\n', '\r\n')],
    ['a document start and comments', `# hola\n---\n${BASE}...\n`],
  ])('reads a file with %s as the same plan', (_name, content) => {
    expect(folder.load(content)).toEqual(folder.load(BASE));
  });

  it('finds a call of one’s own beside the file, not in the working folder', () => {
    cpSync(join(ROOT, 'lib/convocatorias/bcs-2024'), join(folder.path, 'calls/mine'), { recursive: true });
    folder.write(swap('bcs-2024', './calls/mine'));
    const plan = loadPlan(join(folder.path, 'difusor.yaml'), { cwd: '/' });
    expect(plan.convocatoria.id).toBe('bcs-2024');
  });

  it('says that a file is not there', () => {
    expect(failureOf(() => loadPlan('missing.yaml', { cwd: folder.path })).code).toBe('CONFIG_NOT_FOUND');
  });
});

describe('the refusal of a difusor.yaml', () => {
  it('tells every problem at once, in the order of the lines', () => {
    const content = swap('prep.example.org', 'prep.example.com').replace('auth: basic', 'auth: digest');
    expect(idsAndLines(folder.refusal(`colour: blue\n${content}domain: x\n`).problems)).toEqual([
      ['problem.unknown-key', 1],
      ['problem.not-in-list', 11],
      ['problem.yaml-duplicate-key', 13],
      ['problem.dns-name', 13],
    ]);
  });

  it('tells what is wrong with a call of one’s own too, in that call’s files', () => {
    cpSync(join(ROOT, 'lib/convocatorias/bcs-2024'), join(folder.path, 'mine'), { recursive: true });
    folder.write('id: mine\n', 'mine/convocatoria.yaml');
    const alone = folder.refusal(swap('bcs-2024', './mine'));
    expect(alone.code).toBe('CONVOCATORIA_INVALID');
    const both = folder.refusal(swap('bcs-2024', './mine').replace('auth: basic', 'auth: digest'));
    expect(both.code).toBe('CONFIG_INVALID');
    expect(both.problems[0]?.file).toBe('difusor.yaml');
    expect(both.problems[1]?.file).toContain('convocatoria.yaml');
    expect(both.params.count).toBe(both.problems.length);
  });

  it('tells a bounded number of many thousand faults', () => {
    const content = BASE + 'domain: a.mx\n'.repeat(12_000);
    expect(folder.refusal(content).problems.length).toBeLessThanOrEqual(200);
  });
});
