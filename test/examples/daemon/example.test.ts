import { join } from 'node:path';
import { loadPlan, publishingPlan } from '../../../lib/config/index.js';
import { commandLines, difusorCalls, parseDifusor, wordsOf } from '../../support/command-lines.js';
import { fencedBlocks } from '../../support/fenced-blocks.js';
import { DAEMON, dockerWords, exampleText, unitValues } from './files.js';

const UNIT = 'difusor-sync.service';
const DROP_IN = join('difusor-sync.service.d', 'credencial.conf');
const plan = publishingPlan(loadPlan(join(DAEMON, 'difusor.yaml'), { cwd: '/' }));

/** Value of an option in the words of a command line. */
const optionOf = (words: readonly string[], option: string): string | undefined =>
  words[words.indexOf(option) + 1];

const serviceWords = (): readonly string[] => wordsOf(unitValues(exampleText(UNIT), 'ExecStart')[0] ?? '');

describe('the example for a host of one’s own', () => {
  it('has a difusor.yaml that loads, whose packages come into an inbox, without any credential', () => {
    expect(plan.worker.source).toEqual({
      kind: 'inbox',
      path: '/srv/prep/entrada/buzon',
      form: 'archive',
      complete: { when: 'rename' },
    });
    expect(exampleText(UNIT)).not.toMatch(/LoadCredential|--secret/);
    expect(dockerWords('CMD')).not.toContain('--secret');
  });

  it('starts the same command as a service and in a container', () => {
    const [program, ...words] = serviceWords();
    expect(program).toBe('/usr/bin/difusor');
    expect(dockerWords('ENTRYPOINT')).toEqual(['difusor']);
    expect(dockerWords('CMD')).toEqual(words);
    expect(() => parseDifusor(words)).not.toThrow();
  });

  it('starts it with the credential, and otherwise alike, where the drop-in is there', () => {
    const [reset, line = ''] = unitValues(exampleText(DROP_IN), 'ExecStart');
    expect(reset).toBe('');
    expect(wordsOf(line)).toEqual([...serviceWords(), '--secret', '${CREDENTIALS_DIRECTORY}/fuente.json']);
    expect(() => parseDifusor(wordsOf(line).slice(1))).not.toThrow();
  });

  it('asks for the status of the very site that it publishes', () => {
    const [status = []] = commandLines(exampleText('Dockerfile'))
      .filter((line) => line.includes('HEALTHCHECK'))
      .flatMap(difusorCalls);
    expect(() => parseDifusor(status)).not.toThrow();
    for (const option of ['--config', '--directory']) {
      expect(optionOf(status, option)).toBe(optionOf(serviceWords(), option));
    }
  });

  it('lets the service write where it publishes, where it archives and where packages come in, and nowhere else', () => {
    const [paths = ''] = unitValues(exampleText(UNIT), 'ReadWritePaths');
    const { source } = plan.worker;
    expect(paths.split(' ').map((path) => path.replace(/^-/, ''))).toEqual([
      optionOf(serviceWords(), '--directory'),
      optionOf(serviceWords(), '--archive'),
      source.kind === 'inbox' ? source.path : '',
    ]);
    expect(unitValues(exampleText(UNIT), 'ProtectSystem')).toEqual(['strict']);
  });

  it('tells in its README to make each of these folders', () => {
    const made = fencedBlocks(join(DAEMON, 'README.md'))
      .flatMap(({ text }) => commandLines(text))
      .filter((line) => line.startsWith('sudo install -d '))
      .map((line) => line.split(' ').at(-1));
    const [paths = ''] = unitValues(exampleText(UNIT), 'ReadWritePaths');
    expect(made).toEqual(expect.arrayContaining(paths.split(' ').map((path) => path.replace(/^-/, ''))));
  });

  it('runs the container without privileges, on a root that nobody can write', () => {
    const run = fencedBlocks(join(DAEMON, 'README.md')).find(({ text }) => text.includes('docker run'))?.text;
    expect(run).toMatch(/--read-only .*--cap-drop ALL .*--security-opt no-new-privileges/);
    expect(exampleText('Dockerfile')).toMatch(/^USER 10001:10001$/m);
  });
});
