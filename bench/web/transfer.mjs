// How fast the institute's package comes in by sftp.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { start, untilAnswers } from './container.mjs';

const require = createRequire(import.meta.url);
const { ingestService } = require('../../dist/constructs/server/ingest/ingest-service.js');
const MEGABYTE = 1_000_000;
const TRANSFERS = 3;

/** @returns MB a second of each transfer */
export async function transfer({ plan, engine, base, scratch, key, megabytes }) {
  const container = start(ingestService(plan), { name: `difusor-bench-${process.pid}-ingest`, base });
  try {
    const file = join(scratch, 'package.zip');
    for (let part = 0; part < megabytes; part += 1) appendFileSync(file, randomBytes(MEGABYTE));
    const put = (batch) =>
      sftp({ host: engine.address, port: container.port(22), from: engine.readers[0], key }, batch);
    await untilAnswers(container, async () => put('pwd'));
    const speeds = Array.from({ length: TRANSFERS }, (_, number) => {
      const before = performance.now();
      put(`put ${file} ${number}.zip.part`);
      return megabytes / ((performance.now() - before) / 1000);
    });
    rmSync(file);
    return speeds;
  } finally {
    container.remove();
  }
}

function sftp({ host, port, from, key }, batch) {
  const options = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', `BindAddress=${from}`];
  const words = ['-q', '-b', '-', '-i', key, '-P', String(port), ...options.flatMap((each) => ['-o', each])];
  execFileSync('sftp', [...words, `iepc@${host}`], {
    input: `${batch}\n`,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  return true;
}
