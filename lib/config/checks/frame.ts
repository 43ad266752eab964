import type { Check } from './check.js';

/** A page that frames itself shows nothing but itself. */
export const frameFaults: Check = ({ config: { domain, frame } }) => {
  if (frame === undefined || new URL(frame.official).hostname !== domain) return [];
  return [{ id: 'problem.frame-is-own', path: ['frame', 'official'], params: { got: domain } }];
};
