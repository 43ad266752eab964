import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { POINTER_KEY } from '../../lib/edge/pointer.js';
import { CloudDouble, SITE_BUCKET } from './support/cloud-double.js';
import { Night } from './support/night.js';
import { useNightFolder } from './support/night-folder.js';
import type { NightCut } from './support/night-cuts.js';
import { until } from './support/until.js';

/** Files of a cut that S3 has taken when the process is killed. */
const TAKEN = [0, 1, 7, 13] as const;

describe('kill -9 of the real process that publishes to S3', () => {
  const directory = useNightFolder();
  let cloud: CloudDouble;
  beforeEach(async () => {
    cloud = await CloudDouble.start();
  });
  afterEach(() => cloud.stop());

  test.each(TAKEN)('after %i files of a cut sends none of them again', async (taken) => {
    const night = new Night(directory());
    const before = night.push(0);
    expect(await night.startOnCloud(cloud).ended).toMatchObject({ status: 0 });
    const cut = night.push(1);

    cloud.s3.holdAfter(taken);
    const died = night.startOnCloud(cloud);
    await until('the run hangs', () => cloud.s3.held > 0);
    await until('what was sent is written down', () => arrived(night, cut).length === taken);
    const noted = arrived(night, cut);
    await died.kill();
    expect(live()).toContain(before.generation);

    cloud.s3.holdAfter(Infinity);
    expect(await night.startOnCloud(cloud).ended).toMatchObject({ status: 0 });
    expect(live()).toContain(cut.generation);
    expect(faultsOf(cut)).toEqual([]);
    const sent = cloud.sentFiles(cut.generation);
    expect(noted.filter((path) => sent.indexOf(path) !== sent.lastIndexOf(path))).toEqual([]);
  });

  /** What the edge reads. */
  function live(): string | undefined {
    return cloud.keyValues.values.get(POINTER_KEY);
  }

  function faultsOf({ generation, files }: NightCut): readonly string[] {
    const wrong = [...files].filter(
      ([path, content]) =>
        cloud.s3.objects.get(`${SITE_BUCKET}/cuts/${generation}/${path}`)?.content.equals(content) !== true,
    );
    return wrong.map(([path]) => path);
  }
});

/** Paths of a cut's files that the journal says have arrived. */
function arrived({ archive }: Night, { generation }: NightCut): readonly string[] {
  const lines = readFileSync(join(archive, 'journal.jsonl'), 'utf8').split('\n').slice(0, -1);
  return lines
    .map((line) => JSON.parse(line) as { event: string; generation?: string; path?: string })
    .filter((entry) => entry.event === 'arrived' && entry.generation === generation)
    .map(({ path }) => path ?? '');
}
