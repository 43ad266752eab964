import { normalizeTemplate } from '../../../lib/testing/index.js';
import { synthesize } from '../../../constructs/stacks/index.js';
import { examplePlan } from '../../support/example-plan.js';

const NOW = new Date('2027-05-01T00:00:00Z');

describe('examples/bcs', () => {
  it('synthesizes to the template that the last review saw', () => {
    const [stack] = synthesize({ plan: examplePlan(), now: NOW });
    expect(normalizeTemplate(stack?.template as object)).toMatchSnapshot();
  });

  it('synthesizes to the same template twice: no clock, no chance, no path of this machine', () => {
    const first = synthesize({ plan: examplePlan(), now: NOW });
    const second = synthesize({ plan: examplePlan(), now: new Date('2027-05-02T00:00:00Z') });
    expect(second).toEqual(first);
    expect(JSON.stringify(first)).not.toContain(process.cwd());
  });

  it('stays far below CloudFormation’s limits of 500 resources and 1 MB', () => {
    const [stack] = synthesize({ plan: examplePlan(), now: NOW });
    const { Resources } = stack?.template as { Resources: object };
    expect(Object.keys(Resources).length).toBeLessThan(120);
    expect(Buffer.byteLength(JSON.stringify(stack?.template))).toBeLessThan(120_000);
  });
});
