import { isUnresolved } from '../../../facts.js';
import type { HostFiles } from '../host-files.js';

/**
 * All that a host runs when it is set up: the commands, and the delivered scripts that they call. Nothing is executed:
 * only what starts or stops a service is looked for.
 */
export function shellLines(commands: readonly string[], files: HostFiles): string[] {
  const called = [...files.values()].filter(({ path }) => commands.some((line) => line.includes(path)));
  const scripts = called.flatMap(({ content }) => {
    return isUnresolved(content) || !content.startsWith('#!') ? [] : content.split('\n');
  });
  return [...commands, ...scripts].map((line) => line.trim()).filter((line) => !line.startsWith('#'));
}

/** The last word on a unit of systemd: `undefined` where no line says anything of it. */
export function unitState(lines: readonly string[], unit: string): 'enabled' | 'disabled' | undefined {
  const states = lines.flatMap((line) => {
    const [, verb = '', names = ''] =
      /\bsystemctl\s+(?:-\S+\s+)*(enable|disable|mask|stop|reenable)\b(.*)/.exec(line) ?? [];
    if (!names.split(/[\s;&|]+/).some((name) => sameUnit(name, unit))) return [];
    return [verb.endsWith('enable') ? ('enabled' as const) : ('disabled' as const)];
  });
  return states.at(-1);
}

function sameUnit(name: string, unit: string): boolean {
  const plain = (text: string): string => text.replace(/["']/g, '').replace(/\.service$/, '');
  return plain(name) === plain(unit);
}
