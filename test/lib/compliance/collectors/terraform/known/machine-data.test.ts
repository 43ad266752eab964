import { Gaps } from '../../../../../../lib/compliance/collectors/terraform/gaps.js';
import { readSources } from '../../../../../../lib/compliance/collectors/terraform/host/sources.js';
import { unknownAtStart } from '../../../../../../lib/compliance/collectors/terraform/known/machine-data.js';
import { readStack } from '../../../../../../lib/compliance/collectors/terraform/stack.js';

const OURS = '#cloud-config\npackages: [nginx]\n';
const SAME = '#cloud-config\n# The same.\npackages:\n  - nginx\n';
const OTHER = '#cloud-config\nruncmd: [nft flush ruleset]\n';

function unknown(resource: object, cloudInit?: string) {
  const gaps = new Gaps();
  const stack = readStack(
    { name: 'uno', template: { resource }, ...(cloudInit === undefined ? {} : { cloudInit }) },
    gaps,
  );
  const sources = readSources(stack, gaps);
  return stack.resources.flatMap((one) => unknownAtStart(one, stack, sources));
}

describe('unknownAtStart', () => {
  test.each<readonly [object, string | undefined]>([
    [{ hcloud_server: { x: { image: 'ubuntu-22.04', description: 'x', subscription_id: 'y' } } }, OURS],
    [{ hcloud_server: { x: { user_data: OURS } } }, undefined],
    [{ hcloud_server: { x: { user_data: SAME } } }, OURS],
    [{ hcloud_server: { x: { user_data: OURS }, y: { user_data: SAME } } }, undefined],
    [{ aws_instance: { x: { user_data: OURS, user_data_replace_on_change: true } } }, OURS],
    [{ terraform_data: { x: { input: { script: 'true' } } } }, OURS],
    // What could not be read has a gap where it is read.
    [{ hcloud_server: { x: { user_data: '#!/bin/sh' } } }, undefined],
  ])('finds nothing in %j beside %j', (resource, cloudInit) => {
    expect(unknown(resource, cloudInit)).toEqual([]);
  });

  test.each<readonly [object, string | undefined, string]>([
    [{ hcloud_server: { x: { user_data: OTHER } } }, OURS, 'user_data'],
    [{ hcloud_server: { x: { user_data: '${file("x")}' } } }, OURS, 'user_data'],
    [{ hcloud_server: { x: { user_data: OURS }, y: { user_data: OTHER } } }, undefined, 'user_data'],
    [{ aws_instance: { x: { user_data_base64: 'eA==' } } }, undefined, 'user_data_base64'],
    [{ google_compute_instance: { x: { metadata_startup_script: 'x' } } }, OURS, 'metadata_startup_script'],
    [{ google_compute_instance: { x: { metadata: { 'user-data': OTHER } } } }, OURS, 'metadata.user-data'],
    [
      { azurerm_virtual_machine: { x: { os_profile: [{ custom_data: 'x' }] } } },
      OURS,
      'os_profile.custom_data',
    ],
    [
      { vsphere_virtual_machine: { x: { extra_config: { 'guestinfo.userdata': 'x' } } } },
      OURS,
      'extra_config.guestinfo.userdata',
    ],
  ])('tells what %j brings beside %j: %s', (resource, cloudInit, path) => {
    expect(unknown(resource, cloudInit)).toEqual([path]);
  });
});
