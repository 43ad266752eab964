import type { Clock } from '../clock.js';
import type { LiveHostFact } from '../compliance/index.js';
import {
  freeSpaceCommand,
  HOST_COMMANDS,
  officialCommand,
  packagesCommand,
  sudoCommand,
} from './host-commands.js';
import { parseCores } from './parse/cores.js';
import { parseDisks } from './parse/disks.js';
import { parseDocker } from './parse/docker.js';
import { parseFreeSpace } from './parse/free-space.js';
import { parseLink } from './parse/link.js';
import { parseMemory } from './parse/memory.js';
import { parseOfficial } from './parse/official.js';
import { parsePackages } from './parse/packages.js';
import { parseProcessorSpeed } from './parse/processor-speed.js';
import { parseSudo } from './parse/sudo.js';
import { parseSystem } from './parse/system.js';
import { parseChrony, parseEpoch, parseTimedatectl } from './parse/time.js';
import { andThen, measure, read, type Reading } from './reading.js';
import type { SshSession } from './ssh-session.js';
import type { AuditedHost } from './target.js';

type FromWithin = Pick<
  LiveHostFact,
  | 'cores'
  | 'processorSpeed'
  | 'memory'
  | 'disks'
  | 'free'
  | 'system'
  | 'docker'
  | 'time'
  | 'timeFromHere'
  | 'root'
  | 'link'
  | 'packages'
  | 'official'
>;

/** The part of a session that only asks. */
export type Runner = Pick<SshSession, 'run'>;

/** What a host tells of itself, one command after the other; a lost connection leaves the rest unmeasured. */
export async function hostFacts(
  session: Reading<Runner>,
  host: AuditedHost,
  official: string | undefined,
  now: Clock,
): Promise<FromWithin> {
  const ask = async <T>(command: string, parse: (text: string) => Reading<T>) =>
    measure(now, () => asked(session, command, parse));
  const { folder, administrator, institute } = host;
  const account = institute ?? administrator;
  return {
    cores: await ask(HOST_COMMANDS.cores, parseCores),
    processorSpeed: await measure(now, () => processorSpeedOf(session)),
    memory: await ask(HOST_COMMANDS.memory, parseMemory),
    disks: await ask(HOST_COMMANDS.disks, parseDisks),
    free: await ask(freeSpaceCommand(folder), parseFreeSpace),
    system: await ask(HOST_COMMANDS.system, parseSystem),
    docker: await ask(HOST_COMMANDS.docker, parseDocker),
    time: await measure(now, () => timeOf(session)),
    timeFromHere: await measure(now, () => timeFromHere(session, now)),
    root: await ask(sudoCommand(account, account === administrator), (text) =>
      andThen(parseSudo(text), (rights) => read({ user: account, rights })),
    ),
    link: await ask(HOST_COMMANDS.link, parseLink),
    packages: await ask(packagesCommand(folder), parsePackages),
    ...(official === undefined ? {} : { official: await ask(officialCommand(official), parseOfficial) }),
  };
}

async function asked<T>(
  session: Reading<Runner>,
  command: string,
  parse: (text: string) => Reading<T>,
): Promise<Reading<T>> {
  return 'value' in session ? andThen(await session.value.run(command), parse) : session;
}

async function processorSpeedOf(session: Reading<Runner>) {
  const maximum = await asked(session, HOST_COMMANDS.processorMaximum, read);
  const lscpu = 'value' in maximum ? maximum.value : '';
  return asked(session, HOST_COMMANDS.processorSpeed, (cpuinfo) => parseProcessorSpeed(cpuinfo, lscpu));
}

async function timeOf(session: Reading<Runner>) {
  const chrony = await asked(session, HOST_COMMANDS.chrony, parseChrony);
  if ('value' in chrony) return chrony;
  const other = await asked(session, HOST_COMMANDS.timedatectl, parseTimedatectl);
  return 'value' in other ? other : chrony;
}

/** The host's clock was read at some instant between the question and the answer. */
async function timeFromHere(session: Reading<Runner>, now: Clock) {
  const before = now().getTime();
  const there = await asked(session, HOST_COMMANDS.epoch, parseEpoch);
  const after = now().getTime();
  return andThen(there, (epoch) =>
    read({ offset: epoch - (before + after) / 2, error: Math.max(0, (after - before) / 2) }),
  );
}
