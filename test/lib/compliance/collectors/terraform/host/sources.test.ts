import { Gaps } from '../../../../../../lib/compliance/collectors/terraform/gaps.js';
import { readSources } from '../../../../../../lib/compliance/collectors/terraform/host/sources.js';
import { readStack } from '../../../../../../lib/compliance/collectors/terraform/stack.js';

function sources(resource: object, cloudInit?: string) {
  const gaps = new Gaps();
  const template = { name: 'uno', template: { resource }, ...(cloudInit === undefined ? {} : { cloudInit }) };
  return { ...readSources(readStack(template, gaps), gaps), gaps: gaps.list() };
}

describe('readSources', () => {
  test('takes the user data beside the stack before that of a resource', () => {
    const machine = { aws_instance: { x: { user_data: '#cloud-config\nruncmd: [theirs]\n' } } };
    expect(sources(machine).lines).toEqual(['theirs']);
    expect(sources(machine, '#cloud-config\nruncmd: [ours]\n').lines).toEqual(['ours']);
  });

  test('reads scripts, and the files that one of the toolkit brings', () => {
    const script = "set -e\nput '/etc/x' 0644 root:root <<'END_OF_FILE'\none\nEND_OF_FILE\n";
    const { files, scripts, resource } = sources({ terraform_data: { host: { input: { script } } } });
    expect(files.get('/etc/x')?.content).toBe('one\n');
    expect(scripts).toEqual([{ resource: 'uno/terraform_data.host', text: script }]);
    expect(resource).toBe('uno/terraform_data.host');
  });

  test.each([
    [{ terraform_data: { x: { input: { script: '${file("x")}' } } } }],
    [{ aws_instance: { x: { user_data: '${file("x")}' } } }],
    [{ aws_instance: { x: { user_data: '#!/bin/sh' } } }],
  ])('leaves a gap for %j', (resource) => {
    expect(sources(resource).gaps.map(({ area }) => area)).toEqual([
      'hosts',
      'webServers',
      'ingests',
      'alarms',
      'frames',
    ]);
  });
});
