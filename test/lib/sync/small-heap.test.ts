import { transformFileSync } from '@swc/core';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Work like a cut's: each object lives while two hundred thousand others come and go. */
const CHURN = `
  const waiting = [];
  for (let turn = 0; turn < 3_000_000; turn += 1) waiting[turn % 200_000] = { turn, answer: new Array(8).fill(turn) };
  const status = require('node:fs').readFileSync('/proc/self/status', 'utf8');
  process.stdout.write(/VmHWM:\\s+(\\d+)/.exec(status)[1]);
`;

/** Most KiB that a process held. */
function peakOf(code: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return Number(stdout);
}

describe('keepHeapSmall', () => {
  it('has a process that makes much garbage hold less of it', () => {
    const module = join(__dirname, '..', '..', '..', 'lib', 'sync', 'small-heap.ts');
    const compiled = transformFileSync(module, {
      swcrc: false,
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript' } },
    });
    const small = peakOf(`${compiled.code}\nkeepHeapSmall();\n${CHURN}`);
    expect(small).toBeGreaterThan(0);
    expect(small).toBeLessThan(0.8 * peakOf(CHURN));
  });
});
