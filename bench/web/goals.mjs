// What the figures must be, and whether they are.
import { median } from './median.mjs';

/** Of the requests for each second of CPU of an nginx that has the same duties. */
const LEAST_SHARE = 0.9;
/** What 99 in 100 readers wait at most, in ms, while slow connections hold on. */
const MOST_P99 = 100;
/** MB a second that the calls ask of the way in. */
const LEAST_SFTP = 40;

/** Each goal with what it wants at least, what came out, and whether that is enough. */
export function judge({ load, slow, sftp }) {
  const shares = Object.entries(load).flatMap(([name, figures]) =>
    ['difusor', 'ModSecurity'].map((title) =>
      goal(
        `${name}: ${title} / nginx alike`,
        LEAST_SHARE,
        figures[title].perCpuSecond / figures['nginx alike'].perCpuSecond,
      ),
    ),
  );
  const served = slow && 1 - slow.meanwhile.failed / slow.meanwhile.requests;
  return [
    ...shares,
    ...(slow === undefined
      ? []
      : [
          goal('answered while slow connections hold on', 1, served),
          atMost('p99 while slow connections hold on, ms', MOST_P99, slow.meanwhile.p99),
        ]),
    ...(sftp === undefined ? [] : [goal('sftp, MB/s', LEAST_SFTP, median(sftp))]),
  ];
}

function goal(title, least, value) {
  return { title, wanted: `≥ ${least}`, value, met: value >= least };
}

function atMost(title, most, value) {
  return { title, wanted: `≤ ${most}`, value, met: value <= most };
}
