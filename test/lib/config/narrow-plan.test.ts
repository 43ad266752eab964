import { awsPlan, hostedPlan, publishingPlan } from '../../../lib/config/index.js';
import { examplePlan } from '../../support/example-plan.js';
import { framePlan, serverPlan } from '../../support/server-plan.js';
import { thrownBy } from '../../support/thrown.js';

describe('awsPlan and hostedPlan', () => {
  it('give back the plan that is theirs', () => {
    const [aws, server] = [examplePlan(), serverPlan()];
    expect(awsPlan(aws)).toBe(aws);
    expect(hostedPlan(server)).toBe(server);
    expect(hostedPlan(framePlan()).target).toBe('server-frame');
  });

  it('refuse the other’s, and say what the file is for', () => {
    expect(thrownBy(() => awsPlan(serverPlan()))).toMatchObject({
      code: 'PLAN_TARGET',
      params: { path: 'difusor.yaml', target: 'server' },
    });
    expect(thrownBy(() => awsPlan(framePlan()))).toMatchObject({ params: { target: 'server' } });
    expect(thrownBy(() => hostedPlan(examplePlan()))).toMatchObject({
      code: 'PLAN_TARGET',
      params: { target: 'aws' },
    });
  });
});

describe('publishingPlan', () => {
  it('gives back a plan with a worker, and refuses one without', () => {
    const plan = serverPlan();
    expect(publishingPlan(plan)).toBe(plan);
    expect(thrownBy(() => publishingPlan(framePlan()))).toMatchObject({ code: 'PLAN_PUBLISHES_NOTHING' });
  });
});
