import { cli } from '../support/cli.js';
import { expectedOutput, exampleFileOf } from '../support/expected-output.js';
import { readMatrix } from './read-matrix.js';
import { reviewable, SERVER_EXAMPLES, serverPlanOf, stacksOf } from './server-examples.js';

/** What every host has, whatever its name and address. */
const ALIKE = ['docker_container', 'docker_image', 'docker_network'];

describe.each(SERVER_EXAMPLES)('examples/%s', (example) => {
  const stacks = stacksOf(example);
  const [first = ''] = stacks;

  it('synthesizes to the stack that the last review saw', () => {
    const found = reviewable(first);
    expect(found).toEqual(expectedOutput(example, 'stack.json', found));
  });

  it('runs the same containers on each of its hosts', () => {
    expect(stacks).toHaveLength(serverPlanOf(example).server.hosts.length);
    for (const other of stacks) expect(containersIn(other)).toEqual(containersIn(first));
  });

  it('synthesizes to the same bytes twice, without a path of this machine', () => {
    expect(stacksOf(example)).toEqual(stacks);
    expect(first).not.toContain(process.cwd());
  });

  it('meets every clause that a template, or what the worker is told, can prove', async () => {
    const { out, status } = await cli(['check', '--json', '--config', exampleFileOf(example)]);
    const matrix = readMatrix(out);
    expect(status).toBe(0);
    expect(matrix).toEqual(expectedOutput(example, 'matrix.json', matrix));
    const open = Object.entries(matrix.provable).filter(([, verdict]) => !SETTLED.includes(verdict));
    expect(open).toEqual([]);
  });
});

const SETTLED = ['met', 'not-applicable'];

function containersIn(stack: string): unknown {
  const { resource } = JSON.parse(stack) as { resource: Record<string, unknown> };
  const parts = JSON.stringify(ALIKE.map((type) => resource[type]));
  return JSON.parse(parts.replace(/"path":"[^"]*"/g, '"path":""'));
}
