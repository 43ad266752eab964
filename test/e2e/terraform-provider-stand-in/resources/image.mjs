import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const path = (name) => `/images/${encodeURIComponent(name)}`;

/** docker_image: built from a folder, or there already; nothing is pulled. */
export const image = {
  inPlace: ['keep_locally', 'force_remove'],

  async create(engine, wanted) {
    const [build] = wanted.build ?? [];
    if (build) await buildImage(engine, wanted.name, build);
    const state = await this.read(engine, wanted);
    if (state === null)
      throw new Error(`image ${wanted.name} is not in the engine, and this stand-in pulls none`);
    return state;
  },

  async read(engine, state) {
    const found = await engine.find('GET', `${path(state.name)}/json`);
    if (!found) return null;
    return {
      ...state,
      id: found.Id + state.name,
      image_id: found.Id,
      repo_digest: found.RepoDigests?.[0] ?? '',
    };
  },

  async remove(engine, { name, keep_locally: kept, force_remove: force }) {
    if (!kept) await engine.find('DELETE', `${path(name)}?force=${force ? 1 : 0}`);
  },
};

async function buildImage(engine, name, build) {
  if (!existsSync(build.context))
    throw new Error(`failed to read build context ${build.context}: no such folder`);
  const files = execFileSync('tar', ['--create', '--directory', build.context, '.'], { maxBuffer: 2 ** 30 });
  const query = new URLSearchParams({
    t: name,
    dockerfile: build.dockerfile ?? 'Dockerfile',
    buildargs: JSON.stringify(build.build_args ?? {}),
    rm: '1',
    forcerm: build.force_remove ? '1' : '0',
  });
  const answer = await engine.call('POST', `/build?${query}`, files, 'application/x-tar');
  // One JSON value a line; the status is 200 also where the build fails.
  const lines =
    typeof answer === 'string'
      ? answer
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [answer];
  const failed = lines.find((line) => line.error);
  if (failed) {
    const log = lines.map((line) => line.stream ?? '').join('');
    throw new Error(`${failed.error}\n${log.slice(-2000)}`);
  }
}
