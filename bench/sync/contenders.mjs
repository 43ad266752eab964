// Who takes part: ours, and whichever of the others is installed; each knows how to make S3 hold a tree.
import { fileURLToPath } from 'node:url';
import { keyThrough } from './readers.mjs';
import { CLIENTS } from './tools/clients.mjs';
import { findTool, versionOf } from './tools/find-tool.mjs';

export const OURS = 'difusor';

const script = fileURLToPath(new URL('ours/publish-to-s3.cjs', import.meta.url));

/** Those that can run, ours first, and those that are missing with how to get them. */
export function findContenders(double) {
  const found = Object.entries(CLIENTS).map(([name, client]) => ({ name, client, path: findTool(name) }));
  return {
    present: [
      ours(double),
      ...found.filter(({ path }) => path !== undefined).map((tool) => theirs(tool, double)),
    ],
    missing: found
      .filter(({ path }) => path === undefined)
      .map(({ client }) => ({ title: client.title, how: client.how })),
  };
}

function ours({ s3, keyValues, ask }) {
  return {
    name: OURS,
    title: OURS,
    version: `Node ${process.version}`,
    command: ({ tree, cutSeconds }) => [
      process.execPath,
      script,
      JSON.stringify({ s3, keyValues, bucket: 'site', tree, cutSeconds }),
    ],
    env: {},
    reader: async () => keyThrough(await ask('pointer')),
  };
}

function theirs({ name, client, path }, { s3 }) {
  return {
    name,
    title: client.title,
    version: versionOf(path),
    command: ({ tree }) => [path, ...client.command({ tree, s3 })],
    env: client.env({ s3 }),
    reader: async () => (key) => key,
  };
}
