import { isUnresolved } from '../../../facts.js';
import type { Container } from '../containers.js';
import { readAssignments, repeated, unknownSettings } from './settings.js';

const SECONDS_OF_AN_HOUR = 3600;

/** Variables that are the watch's own; any other may be read by whatever it runs. */
export const OF_WATCH =
  /^(?:CONTAINER|CONFIG|SITE|SITE_NAME|HOST|MAX_AGE_SECONDS|REPEAT_SECONDS|WEBHOOK_FILE)\b/;

/** The lines of the watch's variables that nobody knows, or that name another publisher than the stack's. */
export function unknownOfWatch(content: string, containers: readonly Container[]): string[] {
  const settings = readAssignments(content);
  const valueOf = (name: string): string | undefined => settings.find(({ key }) => key === name)?.value;
  const publisher = containers.find(({ body }) => body.name === valueOf('container'));
  const told = (option: string, otherwise: string): string => {
    const words = (publisher?.command ?? []).map((word) => (isUnresolved(word) ? '' : word));
    return words.includes(option) ? (words[words.indexOf(option) + 1] ?? otherwise) : otherwise;
  };
  return [
    ...unknownSettings(settings, {
      // Where nothing publishes, other rules tell.
      container: () => publisher?.isWorker === true || !containers.some(({ isWorker }) => isWorker),
      config: (value) => value === told('--config', value),
      site: (value) => value === told('--directory', value),
      site_name: /^[\w.-]+$/,
      host: /^[\w.-]+$/,
      max_age_seconds: /^\d+$/,
      repeat_seconds: (value) => /^\d+$/.test(value) && Number(value) <= SECONDS_OF_AN_HOUR,
      webhook_file: /^(?:\/[\w./-]+)?$/,
    }),
    ...repeated(settings),
    ...(settings.some(({ key }) => key === 'container') ? [] : ['CONTAINER']),
  ];
}
