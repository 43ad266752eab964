import fc from 'fast-check';
import { collectTerraform } from '../../../../../lib/compliance/index.js';
import { FUZZ_RUNS } from '../../../../support/fuzz-runs.js';
import { thrownBy } from '../../../../support/thrown.js';
import { wholeServer } from '../../whole-server.js';

describe('collectTerraform', () => {
  test('finds nothing in an empty stack', () => {
    const { gaps, ...facts } = collectTerraform([{ name: 'uno', template: { resource: {} } }]);
    expect(gaps).toEqual([]);
    expect(Object.entries(facts).filter(([, found]) => Array.isArray(found) && found.length > 0)).toEqual([]);
  });

  test.each([undefined, [], 'x', {}, { Resources: {} }])('takes no %j for a stack', (template) => {
    expect(thrownBy(() => collectTerraform([{ name: 'uno', template }]))).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
    });
  });

  test('takes no two stacks of one name', () => {
    const [one] = wholeServer();
    expect(thrownBy(() => collectTerraform([one!, one!]))).toMatchObject({ code: 'TEMPLATE_UNREADABLE' });
  });

  test.each([
    [{ resource: {}, module: { x: {} } }, 'all'],
    [{ resource: { docker_container: { x: { count: 2 } } } }, 'containers'],
    [{ resource: { aws_instance: { x: { user_data: '#!/bin/sh' } } } }, 'hosts'],
    [{ resource: { aws_instance: { x: { user_data: '${file("x")}' } } } }, 'hosts'],
    [{ resource: { docker_container: { x: { image: 'httpd' } } } }, 'webServers'],
  ])('tells what may hide in %j', (template, area) => {
    expect(collectTerraform([{ name: 'uno', template }]).gaps.map((gap) => gap.area)).toContain(area);
  });

  test('finds a key that stands written out, and shows the place alone', () => {
    const content = '-----BEGIN OPENSSH PRIVATE KEY-----canary';
    const template = { resource: { terraform_data: { x: { input: { files: { '/etc/key': content } } } } } };
    const { literalSecrets } = collectTerraform([{ name: 'uno', template }]);
    expect(literalSecrets).toEqual([{ resource: 'uno/terraform_data.x', path: 'input.files./etc/key' }]);
    expect(collectTerraform(wholeServer()).literalSecrets).toEqual([]);
  });

  test('never throws but for what is no stack', () => {
    const keys = [
      'docker_container',
      'terraform_data',
      'input',
      'files',
      'volumes',
      'labels',
      'x',
      '/etc/prep.nft',
    ];
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    fc.assert(
      fc.property(tree, fc.string(), (resource, text) => {
        collectTerraform([
          { name: 'uno', template: { resource, terraform: {} }, cloudInit: `#cloud-config\n${text}` },
        ]);
      }),
      { numRuns: FUZZ_RUNS, seed: 1 },
    );
  });
});
