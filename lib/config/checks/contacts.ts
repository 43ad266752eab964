import type { Check } from './check.js';

/** The call may demand a number of technical contacts; more are welcome. */
export const contactFaults: Check = ({ config: { contacts }, convocatoria }) => {
  const demanded = convocatoria?.contacts;
  if (contacts === undefined || demanded === undefined || contacts.length >= demanded.count) return [];
  const params = { got: contacts.length, minimum: demanded.count, clause: demanded.clause };
  return [{ id: 'problem.contacts-too-few', path: ['contacts'], params }];
};
