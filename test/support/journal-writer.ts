// A process of its own that appends to a journal: journal-writer PATH NAME COUNT [stop]
import { appendFileSync } from 'node:fs';
import { openFileJournal } from '../../lib/journal/index.js';

const [path = '', name = '', count = '0', stop] = process.argv.slice(2);

/** How often the clock is still looked at until the process stops itself. */
let looks = Infinity;
function clock(): Date {
  looks -= 1;
  if (looks === 0) process.kill(process.pid, 'SIGSTOP');
  return new Date();
}

async function main(): Promise<void> {
  const journal = await openFileJournal(path, { clock, lock: { staleMs: 3_000, waitMs: 600_000 } });
  if (stop === 'stop') {
    // The first look dates the event; the second, with the lock in hand, the repair that comes before it.
    appendFileSync(path, '{"seq":');
    looks = 2;
  }
  for (let turn = 1; turn <= Number(count); turn += 1) {
    await journal.record({ event: 'failed', code: 'INTERNAL', params: { writer: name, turn } });
    await journal.commit();
    // What is read here by the parent has been acknowledged.
    process.stdout.write(`${turn}\n`);
  }
  await journal.close();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
