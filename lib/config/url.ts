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

/** Hosts at which somebody tries a site out on his own desk. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** What forbids an address at which the worker looks at the site from outside; it is an origin, without a path. */
export function publicUrlFault(text: string): ValueFault | undefined {
  const fault: ValueFault = { id: 'problem.public-url', params: { got: describe(text) } };
  if (text.length > 300 || !URL.canParse(text)) return fault;
  const { origin, protocol, hostname } = new URL(text);
  if (text !== origin && text !== `${origin}/`) return fault;
  const readers = protocol === 'https:' && DNS_NAME.test(hostname);
  const desk = protocol === 'http:' && LOOPBACK.includes(hostname);
  return readers || desk ? undefined : fault;
}
