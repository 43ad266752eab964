// The figures as a person reads them, in at most 80 columns.
import { median } from './median.mjs';

const NAME = 24;

/** The whole report. */
export function report(result) {
  return [heading(result), loadTable(result), slowLines(result), sftpLine(result), goalsTable(result)]
    .filter((part) => part !== undefined)
    .join('\n\n');
}

function heading({ machine, rounds, seconds, connections }) {
  return [
    'The web container, by HTTPS; medians',
    machine,
    `${rounds} rounds in turns after a warm-up of each, ${seconds} s with ${connections} connections`,
  ].join('\n');
}

function loadTable({ load }) {
  const titles = Object.keys(Object.values(load)[0]);
  const rows = Object.entries(load).map(([name, figures]) =>
    line(name, ...titles.map((title) => figures[title].perCpuSecond.toFixed(0))),
  );
  const failed = Object.values(load)
    .flatMap((figures) => Object.values(figures))
    .reduce((sum, figure) => sum + figure.failed, 0);
  const answers = 'Requests for each second of CPU that the container uses';
  return [answers, line('', ...titles), ...rows, `not answered: ${failed}`].join('\n');
}

function slowLines({ slow }) {
  if (slow === undefined) return undefined;
  const row = (name, { requests, failed, p50, p99 }) =>
    line(name, requests, failed, p50.toFixed(1), p99.toFixed(1));
  return [
    'Readers, and how long they wait',
    line('', 'requests', 'failed', 'p50 ms', 'p99 ms'),
    row('alone', slow.alone),
    row(`beside ${slow.slow.open} slow ones`, slow.meanwhile),
    `slow connections that the server shut meanwhile: ${slow.slow.shut}`,
  ].join('\n');
}

function sftpLine({ sftp, megabytes }) {
  if (sftp === undefined) return undefined;
  const each = sftp.map((speed) => speed.toFixed(0)).join(', ');
  return `sftp, ${sftp.length} transfers of ${megabytes} MB: ${median(sftp).toFixed(0)} MB/s (${each})`;
}

function goalsTable({ goals }) {
  const rows = goals.map(
    ({ title, wanted, value, met }) =>
      `${title.padEnd(52)} ${wanted.padEnd(6)} ${value.toFixed(3).padStart(8)}  ${met ? 'met' : 'MISSED'}`,
  );
  return ['Goals', ...rows].join('\n');
}

function line(name, ...cells) {
  return [name.padEnd(NAME), ...cells.map((cell) => ` ${String(cell).padStart(12)}`)].join('').trimEnd();
}
