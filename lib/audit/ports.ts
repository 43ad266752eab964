import { connect } from 'node:net';
import type { Clock } from '../clock.js';
import type { PortSeen, PortState, Vantage } from '../compliance/index.js';
import { failureOf } from '../failure.js';

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
    const state = await stateOf(address, port);
    if (state !== undefined) seen.push({ vantage, port, at: now().toISOString(), state });
  }
  return seen;
}

async function stateOf(host: string, port: number): Promise<PortState | undefined> {
  return new Promise((settle) => {
    const socket = connect({ host, port });
    const end = (state: PortState | undefined): void => {
      socket.destroy();
      settle(state);
    };
    socket.setTimeout(PATIENCE_MS, () => end('silent'));
    socket.once('connect', () => end('open'));
    socket.once('error', (error) => {
      const { reason } = failureOf(error);
      if (OWN_FAULTS.includes(reason)) end(undefined);
      else end(reason === 'ECONNREFUSED' ? 'refused' : 'silent');
    });
  });
}
