import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
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
import { docker, useDockerEngine } from './support/docker-engine.js';
import { describePart } from './support/part.js';
import { debianBase, nodeBase } from './support/server-images.js';
import { ServiceBench, untilHealthy, type RunningService } from './support/service-bench.js';
import { until } from './support/until.js';

const PASSWORD = 'contraseña-de-prueba';
const NEEDS = ['dockerEngine', 'mmdebstrap', 'rsync', 'sshServer'] as const;
const DELETIONS = [
  ...['--delete', '--del', '--delete-before', '--delete-during', '--delete-delay', '--delete-after'],
  ...['--delete-excluded', '--force --delete', '--remove-source-files'],
];
const SIDEWAYS = [
  '--inplace',
  '--append',
  '--backup',
  '--temp-dir=/tmp',
  '--partial-dir=x',
  '--link-dest=/',
  '-H',
  '-X',
  '-A',
];

/** A way of pushing, with its own call. */
interface Way {
  readonly kind: 'rsync' | 'sftp';
  readonly content: object;
  /** Pushes a file of this machine's; throws where it is refused. */
  readonly push: (pusher: Pusher, path: string, name: string) => void;
}

interface Pusher {
  readonly address: string;
  readonly from: string;
  readonly port: number;
  readonly key: string;
  readonly passwordFile: string;
}

const rsync = ({ address, from, port, passwordFile }: Pusher, ...words: readonly string[]): string =>
  execFileSync(
    'rsync',
    [`--password-file=${passwordFile}`, `--address=${from}`, '--contimeout=5', '--timeout=20']
      .concat(words)
      .map((word) => word.replace('INBOX', `rsync://ople@${address}:${port}/prep/`)),
    { encoding: 'utf8', stdio: 'pipe' },
  );

const sftp = ({ address, from, port, key }: Pusher, ...lines: readonly string[]): string => {
  const options = [
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'BatchMode=yes',
    `BindAddress=${from}`,
  ];
  const words = ['-b', '-', '-i', key, '-P', String(port), ...options.flatMap((each) => ['-o', each])];
  return execFileSync('sftp', [...words, `iepc@${address}`], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    stdio: 'pipe',
  });
};

const WAYS: readonly Way[] = [
  {
    kind: 'rsync',
    content: VERACRUZ,
    push: (pusher, path) => rsync(pusher, '-a', path, 'INBOX'),
  },
  {
    kind: 'sftp',
    content: CHIAPAS,
    push: (pusher, path, name) => sftp(pusher, `put ${path} ${name}.part`, `rename ${name}.part ${name}`),
  },
];

describePart('what the institute pushes', NEEDS, () => {
  const engine = useDockerEngine();

  describe.each(WAYS)('by $kind', ({ kind, content, push }) => {
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
      publisher = bench.run(publisherService(plan, JSON.stringify(yaml)), { base: nodeBase() });
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
    }, 900_000);
    afterAll(() => {
      bench?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    it('is published, byte for byte, and kept', async () => {
      pushCut(0, 'primero');
      await untilLive('primero');
      expect(readFileSync(live('json/main.json'), 'utf8')).toBe('{"corte":"primero"}');
      expect(kept()).toBe(1);
    }, 180_000);

    it('is refused where it is hostile, and the old cut stays', async () => {
      const before = readlinkSync(live(''));
      const name = nameOf(1);
      writeFileSync(join(folder, name), buildZip([{ name: '../../etc/cron.d/x', content: 'mal' }]));
      push(pusher, join(folder, name), name);
      await until(
        'it was taken',
        () => publisher.logs().includes('ARCHIVE_') && !existsSync(join(inbox(), name)),
        {
          seconds: 60,
          everyMs: 500,
        },
      );
      expect(readlinkSync(live(''))).toBe(before);
      expect(existsSync(join(folder, 'srv/site/etc'))).toBe(false);
    }, 120_000);

    it.each(['ingest', 'publisher'] as const)(
      'is published after %s was killed',
      async (killed) => {
        docker('kill', '--signal', 'KILL', (killed === 'ingest' ? ingest : publisher).name);
        docker('start', (killed === 'ingest' ? ingest : publisher).name);
        const label = `tras-${killed}`;
        await until(
          'it can be pushed again',
          () => tries(() => pushCut(killed === 'ingest' ? 2 : 3, label)),
          { everyMs: 500 },
        );
        await untilLive(label);
      },
      180_000,
    );

    it('can be read and listed by nobody, and comes from nowhere else', () => {
      const stranger: Pusher = { ...pusher, from: engine().readers[3] ?? '127.0.0.2' };
      writeFileSync(join(inbox(), 'ajeno.part'), 'x');
      if (kind === 'rsync') {
        expect(() => rsync(pusher, 'INBOX')).toThrow(/write.only|syntax or usage/i);
        expect(() => rsync(pusher, 'INBOXajeno.part', join(folder, 'robado'))).toThrow();
        expect(() => rsync(stranger, '-a', join(folder, 'llave'), 'INBOX')).toThrow();
      } else {
        expect(() => sftp(pusher, `get ajeno.part ${join(folder, 'robado')}`)).toThrow();
        expect(() => sftp(pusher, 'get /../etc/passwd')).toThrow();
        expect(() => sftp(pusher, 'symlink /etc/passwd enlace')).toThrow();
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
          () => tries(() => readFileSync(live('json/main.json'), 'utf8').includes(label) || fail()),
          {
            seconds: 90,
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

function tries(act: () => unknown): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}

function fail(): never {
  throw new Error('not yet');
}
