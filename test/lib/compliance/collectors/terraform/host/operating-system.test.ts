import { Gaps } from '../../../../../../lib/compliance/collectors/terraform/gaps.js';
import { readOperatingSystem } from '../../../../../../lib/compliance/collectors/terraform/host/operating-system.js';
import { readStack } from '../../../../../../lib/compliance/collectors/terraform/stack.js';

const system = (resource: object) =>
  readOperatingSystem(readStack({ name: 'uno', template: { resource } }, new Gaps()));

describe('readOperatingSystem', () => {
  test.each([
    [{ hcloud_server: { x: { image: 'ubuntu-22.04' } } }, { name: 'Ubuntu', version: '22.04' }],
    [
      { terraform_data: { x: { input: { operating_system: 'Ubuntu 24.04' } } } },
      { name: 'Ubuntu', version: '24.04' },
    ],
    [{ aws_instance: { x: { ami: 'debian-12-amd64' } } }, { name: 'Debian', version: '12' }],
    [{ aws_instance: { x: { ami: '${var.image}' } } }, { unresolved: 'var.image' }],
    [{ docker_container: { x: { image: 'ubuntu:22.04' } } }, undefined],
    [{ aws_instance: { x: { ami: 'ami-0123' } } }, undefined],
  ])('is by %j', (resource, expected) => {
    expect(system(resource)).toEqual(expected);
  });
});
