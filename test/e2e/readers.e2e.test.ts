import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNginx, type Nginx } from './support/nginx.js';
import { CUT_FILE } from './support/night-cuts.js';
import { leaveNote } from './support/notes.js';
import { Connection, PageReader, type ReaderReport, type ServerAddress } from './support/page-reader.js';
import { describePart } from './support/part.js';
import { until } from './support/until.js';
import { useWatchedNight } from './support/watched-night.js';
import type { Night } from './support/night.js';

const FLIPS = 200;
const READERS = 4;
/** nginx makes an ETag of a file's time in seconds and its size. */
const NEXT_SECOND_MS = 1100;

describe('readers over HTTP while the site goes from cut to cut', () => {
  const tonight = useWatchedNight();

  it(`meet no mixed page and no older cut on a plain server, in ${FLIPS} flips`, async () => {
    const night = tonight();
    await readThroughFlips(night, { port: portOf(night) }, 'a plain server');
  });
});

describe('the readers of these tests', () => {
  const tonight = useWatchedNight();

  it('notice a site whose files are changed one by one in place, and one that goes back', async () => {
    const night = tonight();
    const folder = join(night.site.root, 'live');
    const write = async (number: number): Promise<void> => {
      for (const [path, content] of night.cuts.at(number).files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
        await sleep(5);
      }
    };
    await write(0);
    night.cuts.at(1);
    const reader = new PageReader({ port: portOf(night) }, night.cuts);
    await until('they have met both', async () => {
      await write(1);
      await write(0);
      return reader.report.mixed > 0 && reader.report.backwards > 0;
    });
    await reader.stop();
  });
});

describePart('readers of nginx while the site goes from cut to cut', ['nginx'], () => {
  let nginx: Nginx | undefined;
  afterEach(async () => {
    await nginx?.stop();
    nginx = undefined;
  });
  const tonight = useWatchedNight();
  const serve = async (night: Night): Promise<Nginx> => {
    nginx = await startNginx(join(night.folder, 'nginx'), join(night.site.root, 'live'));
    return nginx;
  };

  it(`meet no mixed page and no older cut, in ${FLIPS} flips`, async () => {
    const night = tonight();
    const { socketPath } = await serve(night);
    await readThroughFlips(night, { socketPath }, 'nginx');
  });

  it('get another ETag for a file that changed without a change of size, and 304 for one that did not', async () => {
    const night = tonight();
    const connection = new Connection(await serve(night));
    night.push(0);
    expect(await night.sync()).toMatchObject({ status: 0 });
    const [page, style] = [await connection.get(CUT_FILE), await connection.get('css/0.css')];
    await sleep(NEXT_SECOND_MS);
    night.push(1);
    expect(await night.sync()).toMatchObject({ status: 0 });

    const changed = await connection.get(CUT_FILE, { 'if-none-match': page.headers.etag ?? '' });
    expect(changed).toMatchObject({ status: 200, body: night.cuts.at(1).files.get(CUT_FILE) });
    expect(changed.headers['content-length']).toBe(page.headers['content-length']);
    expect(await connection.get('css/0.css', { 'if-none-match': style.headers.etag ?? '' })).toMatchObject({
      status: 304,
    });
    connection.close();
  });
});

/** Where the plain server listens. */
function portOf({ publicUrl = '' }: Night): number {
  return Number(new URL(publicUrl).port);
}

/** Publishes one cut after the other, as fast as the real process can, under the eyes of several readers. */
async function readThroughFlips(night: Night, address: ServerAddress, what: string): Promise<void> {
  night.push(0);
  expect(await night.sync()).toMatchObject({ status: 0 });
  for (let number = 1; number <= FLIPS; number += 1) night.push(number);
  const last = night.cuts.at(FLIPS);

  const readers = Array.from({ length: READERS }, () => new PageReader(address, night.cuts));
  const publisher = night.start(['--watch', '--every', '1']);
  await until('the last cut is live', () => night.site.live() === last || !publisher.isRunning, {
    seconds: 800,
  });
  publisher.signal('SIGTERM');
  expect(await publisher.ended).toMatchObject({ status: 0 });
  const steady = (): number => sumOf(readers.map(({ report }) => report)).steady;
  await until('readers have seen enough', () => steady() > FLIPS);
  const figures = sumOf(await Promise.all(readers.map((reader) => reader.stop())));

  leaveNote({ kind: 'measured', what: `${READERS} readers of ${what}, ${FLIPS} flips`, figures });
  expect(night.site.moves()).toHaveLength(FLIPS + 1);
  expect(figures).toMatchObject({ mixed: 0, backwards: 0, failed: 0 });
  expect(await night.broken()).toEqual([]);
}

function sumOf(reports: readonly ReaderReport[]): ReaderReport {
  const total = (of: (report: ReaderReport) => number): number =>
    reports.reduce((sum, report) => sum + of(report), 0);
  return {
    steady: total(({ steady }) => steady),
    flipped: total(({ flipped }) => flipped),
    mixed: total(({ mixed }) => mixed),
    backwards: total(({ backwards }) => backwards),
    failed: total(({ failed }) => failed),
  };
}
