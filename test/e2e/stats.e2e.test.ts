import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statsService } from '../../constructs/server/stats/stats-service.js';
import { serverPlan } from '../support/server-plan.js';
import { useDockerEngine } from './support/docker-engine.js';
import { describePart } from './support/part.js';
import { debianBase } from './support/server-images.js';
import { ServiceBench, type RunningService } from './support/service-bench.js';
import { until } from './support/until.js';

const LONG_AGO = 'logrotate state -- version 2\n"/srv/logs/access.log" 2024-6-1-0:0:0\n';

describePart('the keeper of the logs', ['dockerEngine', 'mmdebstrap'], () => {
  const engine = useDockerEngine();
  let folder: string;
  let bench: ServiceBench;
  let stats: RunningService;
  const logs = (): string => join(folder, 'logs');
  const rotated = (): readonly string[] =>
    readdirSync(logs()).filter((name) => /^access\.log-\d{8}-\d+/.test(name));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'difusor-e2e-stats-'));
    const { server } = serverPlan();
    bench = new ServiceBench(engine(), serverPlan({ server: { ...server, folder } }));
    put('access.log', '{"status":"200"}\n', '10003:10001');
    put('.logrotate', LONG_AGO, '10004:10001');
    stats = bench.run(statsService(bench.plan), { base: debianBase(), more: ['--env', 'ROUND_SECONDS=1'] });
  });
  afterAll(() => {
    bench.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives each day a file of its own, without a change to a line', async () => {
    await untilHere(() => rotated().length === 1);
    expect(readFileSync(join(logs(), rotated()[0] ?? ''), 'utf8')).toBe('{"status":"200"}\n');
  });

  it('goes on after it was killed, and rotates no day twice', async () => {
    await stats.crash();
    put('access.log', '{"status":"304"}\n', '10003:10001');
    await untilHere(() => stats.exec('find', '/run/stats/round') !== '');
    await untilHere(() => readdirSync(logs()).includes('access.log'));
    expect(rotated()).toHaveLength(1);
    put('.logrotate', LONG_AGO, '10004:10001');
    await untilHere(() => rotated().length === 2);
  });

  function put(name: string, content: string, owner: string): void {
    writeFileSync(join(logs(), name), content, { mode: 0o640 });
    execFileSync('chown', [owner, join(logs(), name)]);
  }

  async function untilHere(holds: () => boolean): Promise<void> {
    const safely = (): boolean => {
      try {
        return holds();
      } catch {
        return false;
      }
    };
    try {
      await until('it did its round', safely, { everyMs: 200 });
    } catch (error) {
      throw new Error(stats.logs(), { cause: error });
    }
  }
});
