import { resolve } from 'node:path';
import { synthesize } from '../../../constructs/stacks/index.js';
import { collectCloudFormation, judge } from '../../../lib/compliance/index.js';
import { loadPlan, type AwsFramePlan } from '../../../lib/config/index.js';
import { normalizeTemplate } from '../../../lib/testing/index.js';
import { exampleFileOf, expectedOutput, inLines } from '../../support/expected-output.js';

const EXAMPLE = 'chiapas-metodo-2';
const plan = framePlan();

function framePlan(): AwsFramePlan {
  const loaded = loadPlan(exampleFileOf(EXAMPLE, 'difusor-aws.yaml'), { cwd: resolve('/') });
  if (loaded.target !== 'aws-frame') throw new Error(loaded.target);
  return loaded;
}

/** The frame needs no clock: nothing is scheduled. */
const [stack] = synthesize({ plan, now: new Date('2027-05-01T00:00:00Z') });

describe('examples/chiapas-metodo-2, on AWS', () => {
  it('synthesizes to the template that the last review saw', () => {
    const found = inLines(normalizeTemplate(stack?.template as object));
    expect(found).toEqual(expectedOutput(EXAMPLE, 'template.json', found));
  });

  it('meets every clause that a template can prove', () => {
    const verdicts = judge({
      convocatoria: plan.convocatoria,
      facts: collectCloudFormation(stack === undefined ? [] : [stack]),
      domain: plan.site.domain,
      waivers: [],
      scope: { delivery: plan.delivery },
      today: '2027-05-01',
    });
    const provable = verdicts.filter(({ clause }) => clause.kind === 'template');
    const open = provable.filter(({ status }) => status !== 'met' && status !== 'not-applicable');
    expect(open.map(({ clause, evidence }) => [clause.id, evidence])).toEqual([]);
    expect(provable.filter(({ status }) => status === 'met').length).toBeGreaterThan(5);
  });
});
