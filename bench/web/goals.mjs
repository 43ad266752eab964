// What the figures must be, and whether they are.
import { median } from './median.mjs';

/** Of bare nginx's requests for each second of CPU. */
const LEAST_SHARE = 0.9;
/** MB a second that the calls ask of the way in. */
const LEAST_SFTP = 40;

/** Each goal with what it wants at least, what came out, and whether that is enough. */
export function judge({ load, slow, sftp }) {
  const shares = Object.entries(load).flatMap(([name, figures]) =>
    ['difusor', 'ModSecurity'].map((title) =>
      goal(
        `${name}: ${title} / bare nginx`,
        LEAST_SHARE,
        figures[title].perCpuSecond / figures['bare nginx'].perCpuSecond,
      ),
    ),
  );
  const served = slow && 1 - slow.meanwhile.failed / slow.meanwhile.requests;
  return [
    ...shares,
    ...(slow === undefined ? [] : [goal('answered while slow connections hold on', 1, served)]),
    ...(sftp === undefined ? [] : [goal('sftp, MB/s', LEAST_SFTP, median(sftp))]),
  ];
}

function goal(title, least, value) {
  return { title, least, value, met: value >= least };
}
