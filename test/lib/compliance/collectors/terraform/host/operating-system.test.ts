import { renderSetUp } from '../../../../../../constructs/server/host/set-up.js';
import { Gaps } from '../../../../../../lib/compliance/collectors/terraform/gaps.js';
import { readOperatingSystem } from '../../../../../../lib/compliance/collectors/terraform/host/operating-system.js';
import { readStack } from '../../../../../../lib/compliance/collectors/terraform/stack.js';
import { serverPlan } from '../../../../../support/server-plan.js';

/** The set-up script of a plan for one system, or for others too, as Terraform has it. */
const script = (ubuntu: '22.04' | '24.04', otherSystem = false) => {
  const plan = serverPlan({ server: { ...serverPlan().server, ubuntu, otherSystem } });
  return renderSetUp(plan, plan.server.hosts[0]!).replace(/[$%](?=\{)/g, '$&$&');
};

const system = (resource: object) =>
  readOperatingSystem(readStack({ name: 'uno', template: { resource } }, new Gaps()));

describe('readOperatingSystem', () => {
  test.each([
    [{ hcloud_server: { x: { image: 'ubuntu-22.04' } } }, { name: 'Ubuntu', version: '22.04' }],
    [
      { terraform_data: { x: { input: { operating_system: 'Ubuntu 24.04', script: script('24.04') } } } },
      { name: 'Ubuntu', version: '24.04' },
    ],
    [
      { terraform_data: { x: { input: { operating_system: 'Ubuntu 22.04', script: script('24.04') } } } },
      undefined,
    ],
    [
      {
        terraform_data: { x: { input: { operating_system: 'Ubuntu 24.04', script: script('24.04', true) } } },
      },
      undefined,
    ],
    [{ terraform_data: { x: { input: { operating_system: 'Ubuntu 24.04', script: 'true' } } } }, undefined],
    [{ terraform_data: { x: { input: { operating_system: 'Ubuntu 24.04' } } } }, undefined],
    [{ hcloud_server: { x: { input: { operating_system: 'Ubuntu 24.04' } } } }, undefined],
    [{ random_id: { x: { os: 'Ubuntu 24.04' } } }, undefined],
    [{ aws_instance: { x: { ami: 'debian-12-amd64' } } }, { name: 'Debian', version: '12' }],
    [{ aws_instance: { x: { ami: '${var.image}' } } }, { unresolved: 'var.image' }],
    [{ docker_container: { x: { image: 'ubuntu:22.04' } } }, undefined],
    [{ aws_instance: { x: { ami: 'ami-0123' } } }, undefined],
  ])('is by %j', (resource, expected) => {
    expect(system(resource)).toEqual(expected);
  });
});
