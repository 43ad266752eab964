import { CUT_AGE_SECONDS, METRIC_NAMESPACE, METRIC_UNITS, SITE_DIMENSION } from '../../../worker-metrics.js';
import { isUnresolved, type AlarmFact, type Fact } from '../../facts.js';
import { unitState } from './host/commands.js';
import { isKnownProgram, isWatchProgram } from './known/known-programs.js';
import type { HostSources } from './host/index.js';
import type { HostFile } from './host-files.js';

const TIMER = /^\/etc\/systemd\/system\/([\w@.-]+)\.timer$/;
const LIMIT = 'MAX_AGE_SECONDS';
const ADDRESSES = ['WEBHOOK_FILE', 'WEBHOOK_URL_FILE', 'WEBHOOK_URL'];
const UNITS: Readonly<Record<string, number>> = { '': 1, s: 1, sec: 1, m: 60, min: 60, h: 3600 };
const CALENDAR: Readonly<Record<string, number>> = {
  minutely: 60,
  '*:0/1': 60,
  '*-*-* *:*:00': 60,
  hourly: 3600,
};

/** Timers of the host that ask how old the copy is, by the limit in the environment of what they start. */
export function collectHostAlarms({ files, lines }: HostSources): AlarmFact[] {
  return [...files.values()].flatMap(({ path, content, resource }) => {
    const [, unit] = TIMER.exec(path) ?? [];
    if (unit === undefined || unitState(lines, `${unit}.timer`) !== 'enabled') return [];
    const service = files.get(`/etc/systemd/system/${unit}.service`);
    if (startsOther(service, files)) return [];
    const environment = environmentOf(service, files);
    const limit = environment.get(LIMIT);
    if (limit === undefined) return [];
    return [
      {
        resource: `${resource}:${path}`,
        metrics: [CUT_AGE_SECONDS],
        above: true,
        threshold: numberOf(limit),
        delaySeconds: isUnresolved(content) ? content : periodOf(content),
        notifies: ADDRESSES.some((name) => (environment.get(name) ?? '') !== ''),
        series: {
          namespace: METRIC_NAMESPACE,
          dimensions: [SITE_DIMENSION],
          statistic: 'Maximum',
          unit: METRIC_UNITS[CUT_AGE_SECONDS],
        },
        unheardTopics: [],
      },
    ];
  });
}

/** It starts a program that is known, and asks for no age. */
function startsOther(service: HostFile | undefined, files: HostSources['files']): boolean {
  if (service === undefined || isUnresolved(service.content)) return false;
  const [, path = ''] = /^[ \t]*ExecStart[ \t]*=[ \t]*(\S+)/m.exec(service.content) ?? [];
  const program = files.get(path)?.content;
  if (program === undefined || isUnresolved(program)) return false;
  return isKnownProgram(program) && !isWatchProgram(program);
}

/** What stands in files counts more than the unit's own lines. */
function environmentOf(
  service: HostFile | undefined,
  files: HostSources['files'],
): Map<string, Fact<string>> {
  const environment = new Map<string, Fact<string>>();
  if (service === undefined || isUnresolved(service.content)) return environment;
  const own = [...service.content.matchAll(/^[ \t]*Environment[ \t]*=(.*)$/gm)].map(([, line = '']) => line);
  readAssignments(own.join('\n').replace(/"/g, ''), environment);
  for (const [, path = ''] of service.content.matchAll(
    /^[ \t]*EnvironmentFile[ \t]*=[ \t]*-?(\S+)[ \t\r]*$/gm,
  )) {
    const content = files.get(path)?.content ?? { unresolved: path };
    // A limit may be there.
    if (isUnresolved(content)) environment.set(LIMIT, content);
    else readAssignments(content, environment);
  }
  return environment;
}

function readAssignments(text: string, environment: Map<string, Fact<string>>): void {
  for (const [, name = '', value = ''] of text.matchAll(/^[ \t]*([A-Z_]\w*)=(.*)$/gm)) {
    environment.set(name, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
}

function numberOf(text: Fact<string>): Fact<number> {
  if (isUnresolved(text)) return text;
  return /^\d+$/.test(text) ? Number(text) : { unresolved: `${LIMIT}=${text}` };
}

const FIRST_TIME = /^[ \t]*On(?:Boot|Active|Startup)Sec[ \t]*=[ \t]*\d/m;

/** Seconds between two starts. */
function periodOf(timer: string): Fact<number> {
  const [, calendar = ''] = /^[ \t]*OnCalendar[ \t]*=(.+)$/m.exec(timer) ?? [];
  const known = CALENDAR[calendar.trim()];
  const unknown = { unresolved: `OnCalendar=${calendar.trim()}` };
  if (calendar === '' ? !FIRST_TIME.test(timer) : known === undefined) return unknown;
  return sinceLast(timer) ?? known ?? unknown;
}

/** Seconds from one time to the next; there is none before a first one. */
function sinceLast(timer: string): number | undefined {
  const [, count, unit = ''] =
    /^[ \t]*OnUnit(?:Active|Inactive)Sec[ \t]*=[ \t]*(\d+)[ \t]*([a-zA-Z]*)[ \t\r]*$/m.exec(timer) ?? [];
  const scale = UNITS[unit.toLowerCase()];
  return count === undefined || scale === undefined ? undefined : Number(count) * scale;
}
