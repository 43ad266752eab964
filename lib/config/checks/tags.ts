import type { Check } from './check.js';

/** AWS lets a resource have 50; CloudFormation and the CDK add some of their own. */
const MOST_TAGS = 45;

/** A resource takes only so many tags. */
export const tagFaults: Check = ({ config: { tags = {} } }) => {
  const got = Object.keys(tags).length;
  if (got <= MOST_TAGS) return [];
  return [{ id: 'problem.too-many-tags', path: ['tags'], params: { got, limit: MOST_TAGS } }];
};
