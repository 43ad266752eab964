// The figures as a person reads them, in at most 80 columns.
import { priceOfCopies } from './goals.mjs';
import { CASES } from './site/site.mjs';

const NAME = 20;

/** The whole report. */
export function report(result) {
  return [
    heading(result),
    s3Table(result),
    casesTable(result),
    directoryTable(result),
    goalsTable(result.goals),
    ...result.missing.map(({ title, how }) => `missing: ${title}; to compare with it: ${how}`),
  ].join('\n\n');
}

function heading({ machine, site, change, rounds, latency, contenders }) {
  const ms = Object.entries(latency).map(([kind, wait]) => `${kind} ${wait}`);
  return [
    'Publishing a cut: wall time, CPU of all processes, peak memory; medians',
    `${machine}; ${rounds} rounds in turns after a warm-up of each`,
    `${site.files} files, ${megabytes(site.bytes)} MB; ${change.files} to send, ${megabytes(change.bytes)} MB`,
    'S3 double; milliseconds before each answer:',
    `  ${ms.join(', ')}`,
    ...contenders.map(({ title, version }) => `${title.padEnd(NAME)}${version}`.slice(0, 80)),
  ].join('\n');
}

function s3Table({ s3, titles }) {
  const kinds = ['PUT', 'COPY', 'LIST', 'HEAD', 'GET', 'DELETE'];
  const row = ([name, figures]) => [
    titles[name],
    ...[figures.wall, figures.cpu].map((seconds) => seconds.toFixed(2)),
    figures.memory.toFixed(0),
    ...kinds.map((kind) => figures.requests[kind] ?? 0),
    megabytes(figures.sentBytes),
    megabytes(figures.headerBytes),
  ];
  const copies = s3.difusor.requests.COPY ?? 0;
  return [
    'To S3',
    ...table(['', 'wall s', 'cpu s', 'MB', ...kinds, 'body', 'head'], Object.entries(s3).map(row)),
    `body, head: MB sent. Server-side copies of ours: ${copies}, US$ ${priceOfCopies(copies).toFixed(4)} a cut`,
  ].join('\n');
}

function casesTable({ cases, titles }) {
  const names = Object.keys(CASES).filter((name) => cases[name] !== undefined);
  const rows = Object.keys(cases[names[0]]).map((contender) => [
    titles[contender],
    ...names.map((name) => {
      const { stale, left, sentBytes } = cases[name][contender];
      return `${stale} ${left} ${megabytes(sentBytes)}`;
    }),
  ]);
  return [
    'Stale objects, deleted ones still readable, and MB sent, by case',
    ...table(['', ...names], rows),
  ].join('\n');
}

function directoryTable({ directory }) {
  const rows = Object.entries(directory).map(([name, { wall, cpu, memory, stale }]) => [
    name,
    wall.toFixed(2),
    cpu.toFixed(2),
    memory.toFixed(0),
    stale,
  ]);
  return ['To a directory', ...table(['', 'wall s', 'cpu s', 'MB', 'stale'], rows)].join('\n');
}

function goalsTable(goals) {
  const rows = goals.map(({ title, most, value, met }) => [
    title,
    `≤ ${figure(most)}`,
    value === undefined ? '–' : figure(value),
    met === undefined ? 'not measured' : met ? 'met' : 'MISSED',
  ]);
  return ['Goals', ...table(['', 'wanted', 'got', ''], rows)].join('\n');
}

function table(titles, rows) {
  const cells = [titles, ...rows].map((row) => row.map(String));
  const widths = titles.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return cells.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column] + 1)))
      .join(' ')
      .trimEnd(),
  );
}

function figure(number) {
  return Number.isInteger(number) ? String(number) : number.toFixed(3);
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
