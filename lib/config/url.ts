import { describe } from './describe.js';
import type { ValueFault } from './fault.js';
import { DNS_NAME, PRINTABLE } from './formats.js';

/** What forbids a text as public address: another scheme than https, credentials, or no full host name. */
export function urlFault(text: string): ValueFault | undefined {
  const fault: ValueFault = { id: 'problem.url', params: { got: describe(text) } };
  if (text.length > 2048 || !PRINTABLE.test(text) || /[\s\\]/.test(text) || !URL.canParse(text)) return fault;
  const { protocol, username, password, hostname } = new URL(text);
  const plain = protocol === 'https:' && username === '' && password === '' && DNS_NAME.test(hostname);
  return plain ? undefined : fault;
}
