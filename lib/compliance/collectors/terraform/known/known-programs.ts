import { programDigest } from './program-digest.js';

/**
 * Digests of what the toolkit puts on a host and runs there. They are written down, so that the judge needs no constructs
 * and a changed program is looked at before it is believed; a test tells the new ones.
 */
export const KNOWN_PROGRAMS: Readonly<Record<string, string>> = {
  firewall: 'e0e56bd41c87ba5e3261f3a75f74af3fa46e93c99fcd8249f2f05773a754e7aa',
  watch: '76d4170b3a5456f9421ddbeab289805a1c1631f1448472fc273d302bf178a402',
  'security-updates': '93c62d1de2a2996aeda98e9b2388a6b12382621c600cad093de64a317ebbc03e',
  'ban-action': 'bd8d26594abd0ec4814e9c116f48a192c8df098305cf1639fb72a61e48e7526b',
  'set-up': 'a38e71fdb293e222a40ae547b5fc1a2b784e7f8fcb8765ef40cb0259af6d14ee',
  'set-up-elsewhere': 'ef84b8d72130eb8303e1ecf0edd955036e786605733a3fbd2feda077800eaaf7',
};

const DIGESTS = new Set(Object.values(KNOWN_PROGRAMS));

/** Whether a program is the toolkit's own. */
export function isKnownProgram(text: string): boolean {
  return DIGESTS.has(programDigest(text));
}

/** Whether a program is the one that tells how old the copy is. */
export function isWatchProgram(text: string): boolean {
  return programDigest(text) === KNOWN_PROGRAMS.watch;
}
