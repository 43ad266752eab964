import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE } from '../support/example-plan.js';

const BIN = join(__dirname, '../../dist/bin/difusor.js');

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the compiled command line; `hangUp` closes the reading end of its output at once. */
function run(
  args: readonly string[],
  { hangUp = false, stdout }: { hangUp?: boolean; stdout?: number } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', stdout ?? 'pipe', 'pipe'] });
    const written = { out: '', err: '' };
    child.stdout?.on('data', (chunk: Buffer) => (written.out += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (written.err += chunk.toString()));
    if (hangUp) child.stdout?.destroy();
    child.once('close', (status) => {
      resolve({ status, ...written });
    });
  });
}

describe('the compiled command line', () => {
  it('explains a clause without loading the CDK', async () => {
    const { status, out, err } = await run(['explain', 'bcs-2024:II.c']);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toContain('II.c.1');
  });

  it('ends quietly when its reader goes away, as `head` does', async () => {
    const { err } = await run(['explain', 'veracruz-2024'], { hangUp: true });
    expect(err).toBe('');
  });

  it('ends with 1 where its output could not be written', async () => {
    const { status } = await run(['explain', 'veracruz-2024'], { stdout: openSync('/dev/full', 'w') });
    expect(status).toBe(1);
  });

  it('says what is wrong on standard error, and nothing on standard output', async () => {
    const { status, out, err } = await run(['check', '--config', `${EXAMPLE}.none`]);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toMatch(/^CONFIG_NOT_FOUND: /);
  });
});
