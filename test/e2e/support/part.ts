import { leaveNote } from './notes.js';
import { whyNot, type ToolName } from './tools.js';

/** Tests that need tools of the machine. Where one is missing they don't run, and the results say so at the end. */
export function describePart(part: string, needs: readonly ToolName[], tests: () => void): void {
  (mayRun(part, needs) ? describe : xdescribe)(part, tests);
}

/** One test with needs of its own, as `describePart`. */
export function testPart(part: string, needs: readonly ToolName[], body: () => Promise<void>): void {
  (mayRun(part, needs) ? test : xtest)(part, body);
}

function mayRun(part: string, needs: readonly ToolName[]): boolean {
  const why = whyNot(needs);
  if (why === undefined) return true;
  leaveNote({ kind: 'skipped', part, why });
  return false;
}
