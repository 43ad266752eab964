import type { Fact } from './facts.js';

/** Whether a name of a certificate or an alias takes in a domain; a wildcard stands for one label. */
export function nameCovers(name: Fact<string>, domain: string): boolean {
  if (typeof name !== 'string') return false;
  const wanted = domain.toLowerCase();
  return name.toLowerCase() === wanted || name.toLowerCase() === wanted.replace(/^[^.]+/, '*');
}
