import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { ingestService } from '../../constructs/server/ingest/ingest-service.js';
import { publisherService } from '../../constructs/server/publisher/publisher-service.js';
import type { ServerPlan } from '../../lib/config/index.js';
import { CHIAPAS, planOf, VERACRUZ } from '../support/server-plan.js';
import { buildZip } from '../support/zip-writer.js';
import { useDockerEngine } from './support/docker-engine.js';
import { ROOT } from './support/example-config.js';
import { leaveNote } from './support/notes.js';
import { describePart } from './support/part.js';
import { debianBase, nodeBase } from './support/server-images.js';
import { ServiceBench, untilHealthy, type RunningService } from './support/service-bench.js';
import { until } from './support/until.js';

const PASSWORD = 'contraseña-de-prueba';
/** A transfer that would take half a minute. */
const SLOW_KIB = 200;
const SLOW_BYTES = SLOW_KIB * 1024 * 30;
const REAL = join(ROOT, '..', 'shared/data/puebla-2024');
const NEEDS = ['dockerEngine', 'mmdebstrap', 'rsync', 'sshServer', 'unzip'] as const;
const DELETIONS = [
  ...['--delete', '--del', '--delete-before', '--delete-during', '--delete-delay', '--delete-after'],
  ...['--delete-excluded', '--force --delete', '--remove-source-files'],
];
const SIDEWAYS = [
  ...['--inplace', '--append', '--backup', '--temp-dir=/tmp', '--partial-dir=x', '--link-dest=/'],
  ...['-H', '-X', '-A'],
];

/** A way of pushing, with its own call. */
interface Way {
  readonly kind: 'rsync' | 'sftp';
  readonly content: object;
  /** Pushes a file of this machine's; throws where it is refused. */
  readonly push: (pusher: Pusher, path: string, name: string) => void;
  /** Pushes so slowly that there is time to end it; resolves with the client's status. */
  readonly pushSlowly: (pusher: Pusher, path: string, name: string) => Promise<number>;
}

interface Pusher {
  readonly address: string;
  readonly from: string;
  readonly port: number;
  readonly key: string;
  readonly passwordFile: string;
}

const rsyncWords = (
  { address, from, port, passwordFile }: Pusher,
  words: readonly string[],
): readonly string[] =>
  [`--password-file=${passwordFile}`, `--address=${from}`, '--contimeout=60', '--timeout=120']
    .concat(words)
    .map((word) => word.replace('INBOX', `rsync://ople@${address}:${port}/prep/`));

const rsync = (pusher: Pusher, ...words: readonly string[]): string =>
  execFileSync('rsync', rsyncWords(pusher, words), { encoding: 'utf8', stdio: 'pipe' });

const sftpWords = ({ address, from, port, key }: Pusher): readonly string[] => {
  const options = [
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'BatchMode=yes',
    `BindAddress=${from}`,
  ];
  const words = ['-b', '-', '-i', key, '-P', String(port), ...options.flatMap((each) => ['-o', each])];
  return [...words, `iepc@${address}`];
};

const sftp = (pusher: Pusher, ...lines: readonly string[]): string =>
  execFileSync('sftp', sftpWords(pusher), {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    stdio: 'pipe',
  });

async function statusOf(program: string, words: readonly string[], input = ''): Promise<number> {
  const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.stdin.end(input);
  const [status] = (await once(child, 'exit')) as [number | null];
  return status ?? -1;
}

const WAYS: readonly Way[] = [
  {
    kind: 'rsync',
    content: VERACRUZ,
    push: (pusher, path) => rsync(pusher, '-a', path, 'INBOX'),
    pushSlowly: (pusher, path) =>
      statusOf('rsync', rsyncWords(pusher, ['-a', `--bwlimit=${SLOW_KIB}`, path, 'INBOX'])),
  },
  {
    kind: 'sftp',
    content: CHIAPAS,
    push: (pusher, path, name) => sftp(pusher, `put ${path} ${name}.part`, `rename ${name}.part ${name}`),
    pushSlowly: (pusher, path, name) =>
      statusOf('sftp', ['-l', String(SLOW_KIB * 8), ...sftpWords(pusher)], `put ${path} ${name}.part\n`),
  },
];

describePart('what the institute pushes', NEEDS, () => {
  const engine = useDockerEngine();

  describe.each(WAYS)('by $kind', ({ kind, content, push, pushSlowly }) => {
    let folder: string;
    let bench: ServiceBench | undefined;
    let ingest: RunningService;
    let publisher: RunningService;
    let pusher: Pusher;
    let opening: DateTime;
    const inbox = (): string => join(folder, 'srv/inbox');
    const live = (path: string): string => join(folder, 'srv/site/live', path);
    const packages = (): string => join(folder, 'srv/packages');

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-ingest-'));
      opening = DateTime.now().setZone('America/Mexico_City').minus({ hours: 2 }).startOf('minute');
      const { address, readers } = engine();
      const key = join(folder, 'llave');
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key]);
      const yaml = configuration(
        content,
        kind,
        readFileSync(`${key}.pub`, 'utf8').trim(),
        readers[0] ?? address,
      );
      const plan = planOf(yaml);
      if (plan.target !== 'server') throw new Error(plan.target);
      bench = new ServiceBench(engine(), plan);
      const passwordFile = secrets(plan);
      const service = ingestService(plan);
      if (service === undefined) throw new Error('the plan has an ingest');
      ingest = bench.run(service, { base: debianBase() });
      publisher = bench.run(publisherService(plan, { difusorYaml: JSON.stringify(yaml) }), {
        base: nodeBase(),
      });
      const own = service.ports[0]?.container ?? 0;
      pusher = {
        address,
        from: readers[0] ?? address,
        // A container that is started anew is published at another port.
        get port() {
          return ingest.port(own);
        },
        key,
        passwordFile,
      };
      await untilHealthy(ingest);
    });
    afterAll(() => {
      bench?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    it('is published, byte for byte, and kept', async () => {
      pushCut(0, 'primero');
      await untilLive('primero');
      expect(readFileSync(live('json/main.json'), 'utf8')).toBe('{"corte":"primero"}');
      expect(kept()).toBe(1);
    });

    it('is refused where it is hostile, and the old cut stays', async () => {
      const before = readlinkSync(live(''));
      const name = nameOf(1);
      writeFileSync(join(folder, name), buildZip([{ name: '../../etc/cron.d/x', content: 'mal' }]));
      push(pusher, join(folder, name), name);
      await until(
        'it was taken',
        () => publisher.logs().includes('ARCHIVE_') && !existsSync(join(inbox(), name)),
        {
          everyMs: 500,
        },
      );
      expect(readlinkSync(live(''))).toBe(before);
      expect(existsSync(join(folder, 'srv/site/etc'))).toBe(false);
    });

    it('is published once it is pushed again, where ingest was killed half-way', async () => {
      const before = readlinkSync(live(''));
      const name = nameOf(2);
      const path = join(folder, name);
      writeFileSync(path, buildZip([{ name: 'relleno.bin', content: randomBytes(SLOW_BYTES) }]));
      const half = pushSlowly(pusher, path, name);
      await until('some of it is there', () =>
        readdirSync(inbox()).some((each) => sizeIn(inbox(), each) > 0),
      );
      await ingest.crash();
      expect(await half).not.toBe(0);
      expect(readlinkSync(live(''))).toBe(before);
      await until('it can be pushed again', () => tries(() => pushCut(2, 'tras-ingest')), { everyMs: 500 });
      await untilLive('tras-ingest');
    });

    it('is published where the publisher was killed as soon as it came', async () => {
      pushCut(3, 'tras-publisher');
      await publisher.crash();
      await untilLive('tras-publisher');
    });

    it('can be read, listed and removed by nobody, and comes from nowhere else', () => {
      const stranger: Pusher = { ...pusher, from: engine().readers[3] ?? '127.0.0.2' };
      writeFileSync(join(inbox(), 'ajeno.part'), 'x');
      if (kind === 'rsync') {
        expect(() => rsync(pusher, 'INBOX')).toThrow(/write.only|syntax or usage/i);
        expect(() => rsync(pusher, 'INBOXajeno.part', join(folder, 'robado'))).toThrow();
        expect(() => rsync(stranger, '-a', join(folder, 'llave'), 'INBOX')).toThrow();
      } else {
        expect(() => sftp(pusher, `get ajeno.part ${join(folder, 'robado')}`)).toThrow();
        expect(() => sftp(pusher, 'get /../etc/passwd')).toThrow();
        expect(sftp(pusher, 'ls')).not.toContain('ajeno');
        for (const line of ['rm ajeno.part', 'rmdir /inbox', 'ln -s /etc/passwd enlace'])
          expect(() => sftp(pusher, line)).toThrow();
        expect(existsSync(join(inbox(), 'ajeno.part'))).toBe(true);
        const ssh = [
          '-i',
          pusher.key,
          '-p',
          String(pusher.port),
          '-o',
          'StrictHostKeyChecking=no',
          '-o',
          'BatchMode=yes',
        ];
        const told = spawnSync('ssh', [
          ...ssh,
          '-o',
          'UserKnownHostsFile=/dev/null',
          `iepc@${pusher.address}`,
          'id',
        ]);
        expect(told.stdout.toString()).not.toContain('uid=');
      }
      expect(existsSync(join(folder, 'robado')) && readFileSync(join(folder, 'robado'), 'utf8')).not.toBe(
        'x',
      );
    });

    const real = existsSync(REAL) ? it : undefined;
    if (real === undefined)
      leaveNote({
        kind: 'skipped',
        part: `a real cut by ${kind}`,
        why: 'no ../shared/data/puebla-2024 beside it',
      });
    real?.('is published byte for byte where it is a real cut of Puebla’s', async () => {
      const source = join(REAL, '20240603_2000_PREP_PUE.zip');
      const path = join(folder, nameOf(5));
      copyFileSync(source, path);
      push(pusher, path, nameOf(5));
      const names = execFileSync('unzip', ['-Z1', source], { encoding: 'utf8' }).trim().split('\n');
      await until('it is live', () => names.every((name) => existsSync(live(name))), {
        everyMs: 300,
      });
      for (const name of names) {
        const expected = execFileSync('unzip', ['-p', source, name], { maxBuffer: 2 ** 28 });
        expect(readFileSync(live(name)).equals(expected)).toBe(true);
      }
    });

    it('is read by the publisher whatever rights it was sent with, and what a broken push left goes after a day', async () => {
      const modes = (name: string): number => statSync(join(inbox(), name)).mode & 0o7777;
      writeFileSync(join(folder, 'cerrado.part'), 'x', { mode: 0o600 });
      push(pusher, join(folder, 'cerrado.part'), 'cerrado.part');
      const [name = ''] = readdirSync(inbox()).filter((each) => each.startsWith('cerrado'));
      await until('the group may read it', () => (modes(name) & 0o040) !== 0);
      const left = ['.prep.zip.AbC123', 'viejo.part'];
      for (const old of [...left, 'queda.txt']) {
        writeFileSync(join(inbox(), old), 'x');
        execFileSync('chown', ['10002:10001', join(inbox(), old)]);
        // Last: from here on it may go at any moment.
        execFileSync('touch', ['-d', '2 days ago', join(inbox(), old)]);
      }
      await until('they are gone', () => left.every((each) => !existsSync(join(inbox(), each))));
      expect(existsSync(join(inbox(), 'queda.txt'))).toBe(true);
      if (kind === 'sftp') expect(() => sftp(pusher, 'chmod 700 /inbox')).toThrow();
      expect(modes('')).toBe(0o2770);
    });

    const onlyRsync = kind === 'rsync' ? it : undefined;
    onlyRsync?.('is never deleted or changed by an option of the client', () => {
      writeFileSync(join(inbox(), 'queda.part'), 'x');
      mkdirSync(join(folder, 'vacia'), { recursive: true });
      for (const option of [...DELETIONS, ...SIDEWAYS])
        expect(() => rsync(pusher, '-r', ...option.split(' '), `${join(folder, 'vacia')}/`, 'INBOX')).toThrow(
          /refuse/,
        );
      expect(readFileSync(join(inbox(), 'queda.part'), 'utf8')).toBe('x');
    });

    function nameOf(number: number): string {
      return `${opening.plus({ minutes: number }).toFormat('yyyyMMdd_HHmm')}_PREP.zip`;
    }

    function pushCut(number: number, label: string): void {
      const files = { 'index.html': '<!doctype html>', 'json/main.json': JSON.stringify({ corte: label }) };
      const path = join(folder, nameOf(number));
      writeFileSync(path, buildZip(Object.entries(files).map(([name, text]) => ({ name, content: text }))));
      push(pusher, path, nameOf(number));
    }

    async function untilLive(label: string): Promise<void> {
      try {
        await until(
          `${label} is live`,
          () =>
            existsSync(live('json/main.json')) &&
            readFileSync(live('json/main.json'), 'utf8').includes(label),
          {
            everyMs: 300,
          },
        );
      } catch (error) {
        throw new Error(publisher.logs() + ingest.logs(), { cause: error });
      }
    }

    function kept(): number {
      return execFileSync('find', [packages(), '-name', '*_PREP.zip'], { encoding: 'utf8' })
        .trim()
        .split('\n').length;
    }

    function secrets(plan: ServerPlan): string {
      const passwordFile = join(folder, 'contraseña');
      writeFileSync(passwordFile, `${PASSWORD}\n`, { mode: 0o600 });
      if (plan.ingest?.kind === 'rsync') {
        writeFileSync(plan.ingest.secretFile, `ople:${PASSWORD}\n`);
        execFileSync('chown', ['10002:10001', plan.ingest.secretFile]);
        chmodSync(plan.ingest.secretFile, 0o600);
      }
      return passwordFile;
    }

    function configuration(base: object, way: string, publicKey: string, from: string): object {
      const iso = (at: DateTime): string => at.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
      const server = {
        ...VERACRUZ.server,
        ...(base as typeof VERACRUZ).server,
        folder: join(folder, 'srv'),
        trusted: [`${from}/32`],
      };
      return {
        ...base,
        server:
          way === 'sftp'
            ? { ...server, institute: undefined, ingest: { sftp: { user: 'iepc', keys: [publicKey] } } }
            : server,
        package: { cutTime: 'archive-name' },
        dates: {
          electionDay: opening.toISODate(),
          opening: iso(opening),
          closing: iso(opening.plus({ days: 1 })),
          holdUntil: iso(opening.plus({ days: 7 })),
          statistics: { from: opening.toISODate(), to: opening.plus({ days: 7 }).toISODate() },
          rehearsals: [],
        },
      };
    }
  });
});

function sizeIn(folder: string, name: string): number {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
}

function tries(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
