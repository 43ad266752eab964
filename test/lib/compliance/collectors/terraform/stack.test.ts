import { Gaps } from '../../../../../lib/compliance/collectors/terraform/gaps.js';
import { ofType, readStack } from '../../../../../lib/compliance/collectors/terraform/stack.js';
import { thrownBy } from '../../../../support/thrown.js';

describe('readStack', () => {
  test('names each resource by its stack, type and name', () => {
    const template = {
      resource: { docker_container: { web: { name: 'w' } }, null_resource: { x: [{ a: 1 }, { a: 2 }] } },
    };
    const stack = readStack({ name: 'uno', template }, new Gaps());
    expect(stack.resources.map(({ id }) => id)).toEqual([
      'uno/docker_container.web',
      'uno/null_resource.x',
      'uno/null_resource.x',
    ]);
    expect(ofType(stack, 'docker_container')).toMatchObject([{ name: 'web', body: { name: 'w' } }]);
  });

  test.each([
    [{ resource: {}, module: { m: {} } }, ['all']],
    [
      { resource: { docker_container: { x: { for_each: ['a'] } } } },
      ['containers', 'webServers', 'ingests', 'workers'],
    ],
    [{ resource: { docker_container: { x: {} } } }, []],
  ])('tells what may be more than it seems in %j', (template, areas) => {
    const gaps = new Gaps();
    readStack({ name: 'uno', template }, gaps);
    expect(gaps.list().map(({ area }) => area)).toEqual(areas);
  });

  test('takes nothing that is no configuration', () => {
    expect(thrownBy(() => readStack({ name: 'uno', template: { x: 1 } }, new Gaps()))).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
    });
  });
});
