import type { Fault, FaultPath } from '../fault.js';
import type { ServerConfig } from '../server-schema.js';
import { keyWithoutComment } from '../ssh-public-key.js';
import type { Check } from './check.js';
import { duplicateFaults } from './duplicates.js';

/** Each host is one of its own; over SSH it is known by its keys before anything is sent to it. */
export const hostFaults: Check = ({ config: { server, domain } }) => {
  if (server === undefined) return [];
  const { hosts, docker } = server;
  const own = (key: string) => (index: number) => ['server', 'hosts', index, key];
  return [
    ...duplicateFaults(
      hosts.map(({ name }) => name),
      own('name'),
    ),
    ...duplicateFaults(
      hosts.map(({ address }) => address),
      own('address'),
    ),
    ...hosts.flatMap(({ hostKeys }, index) => keyFaults(hostKeys, own('hostKeys')(index), docker)),
    ...(hosts.length > 1 ? ambiguousFaults(server, domain) : []),
  ];
};

function keyFaults(keys: readonly string[], path: FaultPath, docker: ServerConfig['docker']): Fault[] {
  const missing: Fault = { id: 'problem.host-keys-missing', path, params: {} };
  return [
    ...(keys.length === 0 && docker === 'ssh' ? [missing] : []),
    ...duplicateFaults(keys.map(keyWithoutComment), (index) => [...path, index]),
  ];
}

/** A socket is of one machine, and the site's own name leads to any of several. */
function ambiguousFaults({ hosts, docker, tls }: ServerConfig, domain: string | undefined): Fault[] {
  const local: Fault = {
    id: 'problem.local-is-one',
    path: ['server', 'docker'],
    params: { got: hosts.length },
  };
  // The authority asks for its proof at the name, and any of the hosts may answer.
  const proof: Fault = { id: 'problem.acme-is-one', path: ['server', 'tls'], params: { got: hosts.length } };
  return [
    ...(docker === 'local' ? [local] : []),
    ...('acme' in tls ? [proof] : []),
    ...hosts.flatMap(({ address }, index): Fault[] => {
      const path = ['server', 'hosts', index, 'address'];
      return address === domain ? [{ id: 'problem.host-is-domain', path, params: { got: address } }] : [];
    }),
  ];
}
