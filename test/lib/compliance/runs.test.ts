import { firstUncovered, overlaps, workerRuns, type Run } from '../../../lib/compliance/runs.js';
import { HOLE, schedule, worker } from './facts-builder.js';

const workers = [worker()];

describe('workerRuns', () => {
  test('gives the stretches of enabled schedules that start a worker', () => {
    const from = '1970-01-01T00:00:01.000Z';
    const { runs, problems } = workerRuns({ workers, schedules: [schedule({ from, until: undefined })] });
    expect(runs).toMatchObject([{ resource: 'site/Election', from: 1000, until: Infinity }]);
    expect(problems).toEqual([]);
  });

  test('leaves out the disabled and those that start something else', () => {
    const schedules = [
      schedule({ enabled: false }),
      schedule({ target: 'site/Other' }),
      schedule({ target: undefined }),
    ];
    expect(workerRuns({ workers, schedules })).toEqual({ runs: [], problems: [] });
  });

  test('tells the schedules that it could not read', () => {
    const { runs, problems } = workerRuns({ workers, schedules: [schedule({ until: HOLE })] });
    expect(runs).toEqual([]);
    expect(problems).toMatchObject([{ outcome: 'undetermined', evidence: [{ resource: 'site/Election' }] }]);
  });
});

test('overlaps wants some time in common, not just an edge', () => {
  expect(overlaps(run(0, 10), 9, 20)).toBe(true);
  expect(overlaps(run(0, 10), 10, 20)).toBe(false);
  expect(overlaps(run(20, 30), 10, 20)).toBe(false);
});

describe('firstUncovered', () => {
  test.each([
    ['nothing', [], 10],
    ['one that covers all', [run(0, 30)], undefined],
    ['two that meet', [run(15, 20), run(10, 15)], undefined],
    ['two that do not', [run(10, 14), run(15, 20)], 14],
    ['one inside another', [run(10, 19), run(11, 12)], 19],
    ['a late one', [run(11, 20)], 10],
  ])('of 10 to 20 with %s', (_name, runs, expected) => {
    expect(firstUncovered(runs, 10, 20)).toBe(expected);
  });
});

function run(from: number, until: number): Run {
  return { resource: 'r', worker: 'site/Worker', from, until, everyMinutes: 1, zone: 'UTC' };
}
