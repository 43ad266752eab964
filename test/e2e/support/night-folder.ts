import { useTemporaryDirectory } from '../../support/temporary-directory.js';
import { endProcesses } from './difusor-process.js';

/** Gives each test a fresh folder, and ends what it has left running before the folder goes. */
export function useNightFolder(): () => string {
  // jest calls these in the order in which they are defined.
  afterEach(endProcesses);
  return useTemporaryDirectory();
}
