import { connect } from 'node:net';
import type { Clock } from '../clock.js';
import type { PortSeen, PortState, Vantage } from '../compliance/index.js';
import { failureOf } from '../failure.js';
import { read, unreadable, type Reading } from './reading.js';

const PATIENCE_MS = 5_000;

/** Failures of the auditing machine's own network, which say nothing of the host. */
const OWN_FAULTS = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EMFILE', 'ENOTFOUND', 'EAI_AGAIN'];

/** Tries to connect to each port, one after the other; nothing is sent. */
export async function lookAtPorts(
  address: string,
  ports: readonly number[],
  vantage: Vantage,
  now: Clock,
): Promise<PortSeen[]> {
  const seen: PortSeen[] = [];
  for (const port of ports) {
    const state = await tryPort(address, port);
    if ('value' in state) seen.push({ vantage, port, at: now().toISOString(), state: state.value });
  }
  return seen;
}

/** What a port answers to a connection, to which nothing is sent; why this machine could not even try. */
export async function tryPort(host: string, port: number): Promise<Reading<PortState>> {
  return new Promise((settle) => {
    const socket = connect({ host, port });
    const end = (state: Reading<PortState>): void => {
      socket.destroy();
      settle(state);
    };
    socket.setTimeout(PATIENCE_MS, () => end(read('silent')));
    socket.once('connect', () => end(read('open')));
    socket.once('error', (error) => {
      const { reason } = failureOf(error);
      if (OWN_FAULTS.includes(reason)) end(unreadable('unreachable', `TCP ${reason}`));
      else end(read(reason === 'ECONNREFUSED' ? 'refused' : 'silent'));
    });
  });
}
