import fc from 'fast-check';
import { dependencyOrder } from '../../../../lib/testing/cloudformation/dependency-order.js';
import type { ResourceTemplate } from '../../../../lib/testing/cloudformation/template.js';

const referringTo = (...ids: string[]): ResourceTemplate => ({
  Type: 'AWS::SQS::Queue',
  Properties: { Links: ids.map((id) => ({ Ref: id })) },
});

describe('dependencyOrder', () => {
  it('puts each resource after what it refers to or depends on', () => {
    const resources = {
      A: referringTo('B'),
      B: { ...referringTo(), DependsOn: ['C'] },
      C: referringTo('Parameter'),
    };
    expect(dependencyOrder(resources)).toEqual(['C', 'B', 'A']);
  });

  it('takes DependsOn as a single name', () => {
    expect(dependencyOrder({ A: { ...referringTo(), DependsOn: 'B' }, B: referringTo() })).toEqual([
      'B',
      'A',
    ]);
  });

  it('names the resources that wait for each other', () => {
    const resources = { A: referringTo('B'), B: referringTo('C'), C: referringTo('B') };
    expect(() => dependencyOrder(resources)).toThrow('Circular dependency between resources: [B, C]');
  });

  it('orders any template without circles so that no reference points ahead', () => {
    const links = fc.array(fc.array(fc.nat(30), { maxLength: 4 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(links, (lists) => {
        const resources = Object.fromEntries(
          // Only earlier resources are referred to, so that there is no circle; the names turn the order around.
          lists.map((list, index) => [
            `R${99 - index}`,
            referringTo(...list.filter((to) => to < index).map((to) => `R${99 - to}`)),
          ]),
        );
        const order = dependencyOrder(resources);
        const ahead = order.filter((id, index) =>
          JSON.stringify(resources[id])
            .match(/R\d+/g)
            ?.some((to) => order.indexOf(to) >= index),
        );
        expect(ahead).toEqual([]);
        expect(order).toHaveLength(lists.length);
      }),
      { seed: 20270606 },
    );
  });
});
