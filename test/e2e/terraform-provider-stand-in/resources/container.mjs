import { setTimeout as sleep } from 'node:timers/promises';
import { creation } from './container-creation.mjs';

const MEBIBYTE = 2 ** 20;
/** Milliseconds after its start at which a container that crashes at once has crashed. */
const STARTED_MS = 300;
const POLL_MS = 200;

const path = (id) => `/containers/${encodeURIComponent(id)}`;

/** docker_container: made, started, and awaited until it is healthy where that is asked for. */
export const container = {
  inPlace: [
    ...['memory', 'memory_swap', 'restart', 'must_run', 'wait', 'wait_timeout', 'remove_volumes', 'start'],
    ...['max_retry_count', 'cpu_shares', 'destroy_grace_seconds'],
  ],

  async create(engine, wanted) {
    const { Id } = await engine.call(
      'POST',
      `/containers/create?name=${encodeURIComponent(wanted.name)}`,
      creation(wanted),
    );
    try {
      for (const { name } of (wanted.networks_advanced ?? []).slice(1)) {
        await engine.call('POST', `/networks/${encodeURIComponent(name)}/connect`, { Container: Id });
      }
      await start(engine, Id, wanted);
    } catch (error) {
      await engine.find('DELETE', `${path(Id)}?force=1`);
      throw error;
    }
    return { ...wanted, id: Id };
  },

  /** One that is gone, or stands still though it must run, is made anew. */
  async read(engine, state) {
    const found = await engine.find('GET', `${path(state.id)}/json`);
    if (!found) return null;
    if (state.must_run !== false && !found.State.Running) {
      // As the real one does, in a plan too: its name must be free for the new one.
      await this.remove(engine, state);
      return null;
    }
    const { Memory, MemorySwap, RestartPolicy } = found.HostConfig;
    return {
      ...state,
      image: found.Image,
      restart: RestartPolicy.Name,
      ...(state.memory !== null && { memory: Memory / MEBIBYTE }),
      ...(state.memory_swap !== null && { memory_swap: MemorySwap / MEBIBYTE }),
    };
  },

  async update(engine, wanted) {
    await engine.call('POST', `${path(wanted.id)}/update`, {
      Memory: (wanted.memory ?? 0) * MEBIBYTE,
      MemorySwap: (wanted.memory_swap ?? 0) * MEBIBYTE,
      RestartPolicy: { Name: wanted.restart ?? 'no' },
    });
    return wanted;
  },

  async remove(engine, { id, stop_timeout: seconds, remove_volumes: volumes }) {
    await engine.find('POST', `${path(id)}/stop?t=${seconds ?? 10}`);
    await engine.find('DELETE', `${path(id)}?force=1&v=${volumes === false ? 0 : 1}`);
  },
};

async function start(engine, id, wanted) {
  if (wanted.start === false) return;
  await engine.call('POST', `${path(id)}/start`);
  if (wanted.wait) await awaitHealth(engine, id, wanted);
  if (wanted.must_run === false) return;
  await sleep(STARTED_MS);
  const { State } = await engine.call('GET', `${path(id)}/json`);
  if (!State.Running) throw new Error(`container ${wanted.name} exited with ${State.ExitCode}`);
}

async function awaitHealth(engine, id, { name, wait_timeout: seconds }) {
  const end = Date.now() + 1000 * (seconds ?? 60);
  for (;;) {
    const { State } = await engine.call('GET', `${path(id)}/json`);
    if (State.Health === undefined) throw new Error(`container ${name} has no health check to wait for`);
    if (State.Health.Status === 'healthy') return;
    if (Date.now() > end) {
      const log = State.Health.Log.at(-1)?.Output ?? '';
      throw new Error(`container ${name} is ${State.Health.Status} after ${seconds} s: ${log}`);
    }
    await sleep(POLL_MS);
  }
}
