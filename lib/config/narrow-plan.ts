import { DifusorError } from '../errors.js';
import type { AwsFramePlan, AwsPlan, HostedPlan, Plan, PublishingPlan } from './plan.js';

/**
 * The plan as one for AWS.
 * @throws PLAN_TARGET when difusor.yaml describes servers
 */
export function awsPlan(plan: Plan): AwsPlan | AwsFramePlan {
  if ('server' in plan) throw otherTarget(plan);
  return plan;
}

/**
 * The plan as one for servers.
 * @throws PLAN_TARGET when difusor.yaml describes none
 */
export function hostedPlan(plan: Plan): HostedPlan {
  if (!('server' in plan)) throw otherTarget(plan);
  return plan;
}

/**
 * The plan as one by which the worker publishes.
 * @throws PLAN_PUBLISHES_NOTHING when it is a page that frames the official site
 */
export function publishingPlan<P extends Plan>(plan: P): Extract<P, PublishingPlan> {
  if (publishes(plan)) return plan;
  throw new DifusorError('PLAN_PUBLISHES_NOTHING', { path: plan.file });
}

function publishes<P extends Plan>(plan: P): plan is Extract<P, PublishingPlan> {
  return 'worker' in plan;
}

function otherTarget({ file, target }: Plan): DifusorError {
  return new DifusorError('PLAN_TARGET', { path: file, target: target.split('-')[0] ?? target });
}
