import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { webService } from '../../constructs/server/web/web-service.js';
import { serverPlan } from '../support/server-plan.js';
import { useDockerEngine } from './support/docker-engine.js';
import { CUT_FILE } from './support/night-cuts.js';
import { leaveNote } from './support/notes.js';
import { Connection, PageReader, type ServerAddress } from './support/page-reader.js';
import { describePart } from './support/part.js';
import { debianBase } from './support/server-images.js';
import { ServiceBench, untilHealthy } from './support/service-bench.js';
import { until } from './support/until.js';
import { useWatchedNight } from './support/watched-night.js';

const PUBLICATIONS = 200;
const READERS = 4;

describePart('readers of the web container', ['dockerEngine', 'mmdebstrap'], () => {
  const engine = useDockerEngine();
  const tonight = useWatchedNight();
  let bench: ServiceBench | undefined;
  afterEach(() => {
    bench?.end();
  });

  /** The container in front of the site of this test's night. */
  async function serve(): Promise<ServerAddress> {
    const { server } = serverPlan();
    const web = { rateLimit: { requestsPerSecond: 100_000, burst: 100_000 }, modSecurity: false };
    const folder = tonight().folder;
    bench = new ServiceBench(engine(), serverPlan({ server: { ...server, folder, web } }));
    const container = bench.run(webService(bench.plan), { base: debianBase() });
    await untilHealthy(container);
    return { host: engine().address, tlsPort: container.port(443) };
  }

  it(`meet no mixed page and no older cut, in ${PUBLICATIONS} publications`, async () => {
    const night = tonight();
    const address = await serve();
    night.push(0);
    expect(await night.sync()).toMatchObject({ status: 0 });
    for (let number = 1; number <= PUBLICATIONS; number += 1) night.push(number);
    const last = night.cuts.at(PUBLICATIONS);
    const readers = Array.from({ length: READERS }, () => new PageReader(address, night.cuts));
    const publisher = night.start(['--watch', '--every', '1']);
    await until('the last cut is live', () => night.site.live() === last || !publisher.isRunning, {
      seconds: 800,
    });
    publisher.signal('SIGTERM');
    await publisher.ended;
    const reports = await Promise.all(readers.map((reader) => reader.stop()));

    leaveNote({ kind: 'measured', what: `${READERS} readers of the web container`, figures: { reports } });
    for (const report of reports) expect(report).toMatchObject({ mixed: 0, backwards: 0, failed: 0 });
    expect(night.site.moves()).toHaveLength(PUBLICATIONS + 1);
  });

  // Within the archives all files bear one time, as the archives of an institute may.
  it.each([
    ['in the next cut', 1],
    ['in a cut that corrects the one of the same minute', 0],
  ])('get another ETag for a file that changed %s without a change of size', async (_which, minute) => {
    const night = tonight();
    const connection = new Connection(await serve());
    const [first, second] = [night.push(0), night.cuts.at(1)];
    expect(await night.sync()).toMatchObject({ status: 0 });
    const before = await connection.get(CUT_FILE);
    expect(before).toMatchObject({ status: 200, body: first.files.get(CUT_FILE) });
    writeFileSync(join(night.inbox, night.cuts.at(minute).name), second.bytes);
    expect(await night.sync()).toMatchObject({ status: 0 });
    const isLedOn = async (): Promise<boolean> => !(await connection.get(CUT_FILE)).body.equals(before.body);
    await until('readers are led on', isLedOn);
    const after = await connection.get(CUT_FILE, { 'if-none-match': before.headers.etag ?? '' });
    connection.close();

    expect(after).toMatchObject({ status: 200, body: second.files.get(CUT_FILE) });
    expect(after.headers['content-length']).toBe(before.headers['content-length']);
    expect(before.headers.etag).toMatch(/^"[0-9a-f]+-[0-9a-f]+"$/);
    expect(after.headers.etag).not.toBe(before.headers.etag);
  });
});
