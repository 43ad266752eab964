// `npm run simulate -- NIGHTS [FIRST_SEED]`: whole nights of the worker with faults; one seed is one night, again and again.
import { spawnSync } from 'node:child_process';

const [nights = '10000', firstSeed = '1'] = process.argv.slice(2);
for (const given of [nights, firstSeed]) {
  if (!/^[1-9]\d*$/.test(given)) {
    process.stderr.write(`npm run simulate -- NIGHTS [FIRST_SEED]: ${given}?\n`);
    process.exit(1);
  }
}
const { status } = spawnSync('npx', ['jest', '--config', 'test/e2e/jest.config.cjs', 'nights.e2e'], {
  stdio: 'inherit',
  env: { ...process.env, DIFUSOR_NIGHTS: nights, DIFUSOR_FIRST_SEED: firstSeed },
});
process.exit(status ?? 1);
