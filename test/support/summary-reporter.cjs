const { existsSync, readFileSync, rmSync, writeSync } = require('node:fs');
const { dirname } = require('node:path');

const STDOUT = 1;

/** Says at the end what was not tried and what was only recorded, so that nothing is silently green. */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const text = report(results, takeNotes());
    // jest prints its own summary after every reporter; these lines must be the last.
    process.once('exit', () => writeSync(STDOUT, text));
  }
}

/** The lines to print; the last counts the tests. */
function report(results, notes) {
  const skipped = notes.filter(({ kind }) => kind === 'skipped').map(({ part, why }) => `${part} (${why})`);
  const recorded = notes.filter(({ kind }) => kind === 'recorded-only').map(({ type }) => type);
  const measured = notes
    .filter(({ kind }) => kind === 'measured')
    .map(({ what, figures }) => `${what}: ${JSON.stringify(figures)}`);
  const pending = results.numPendingTests + results.numTodoTests;
  // A file that can't be loaded has no test to fail.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return [
    '',
    ...list('Recorded only: no emulated API, the properties validated and nothing made', recorded),
    ...list('Measured', measured),
    ...list('Skipped', skipped),
    `${results.numPassedTests} passed, ${failed} failed${pending > 0 ? `, ${pending} skipped` : ''}`,
    '',
  ].join('\n');
}

function list(title, items) {
  const unique = [...new Set(items)].sort();
  return unique.length === 0 ? [] : [`${title}:`, ...unique.map((item) => `  - ${item}`)];
}

function takeNotes() {
  const file = process.env.DIFUSOR_E2E_NOTES;
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  rmSync(dirname(file), { recursive: true, force: true });
  return lines.map((line) => JSON.parse(line));
}

module.exports = SummaryReporter;
