import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './support/example-config.js';
import { leaveNote } from './support/notes.js';

const MINUTES = 1 / 3;

interface SoakReport {
  readonly pushed: number;
  readonly published: boolean;
  readonly failures: number;
  readonly samples: number;
  readonly mostRssMib: number;
  readonly mostDescriptors: number;
  readonly verdict: string;
}

describe('the soak', () => {
  it('publishes a cut every few seconds under the eyes of a sampler, and is too short here to judge', async () => {
    const run = await promisify(execFile)(process.execPath, [join(ROOT, 'bench/soak/run.mjs'), `${MINUTES}`]);
    const report = JSON.parse(run.stdout) as SoakReport;
    leaveNote({ kind: 'measured', what: 'soak of 20 seconds', figures: report });
    expect(report).toMatchObject({ published: true, failures: 0, verdict: 'too short to judge' });
    expect(report.pushed).toBeGreaterThan(1);
    expect(report.samples).toBeGreaterThan(1);
    expect(report.mostRssMib).toBeGreaterThan(20);
    expect(report.mostDescriptors).toBeGreaterThan(5);
  });
});
