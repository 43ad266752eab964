// What the figures must be, and whether they are.

/** US$ that S3 takes for 1,000 requests that write: PUT, COPY, LIST (us-east-1). */
const USD_PER_1000_WRITES = 0.005;

/** A cut costs what changed, its manifest, and the worker's notes. */
const MORE_PUTS = 2;

/** Memory counts as flat while ten times the files take a quarter more at most: the list of them is in memory. */
const FLAT = 1.25;

/** Each goal with what it wants, what came out, and whether that is enough; `undefined` where nothing was measured. */
export function judge({ s3, cases, change, idle, large, directory }) {
  const ours = s3.difusor;
  const aws = s3.aws;
  const byRequests = (kind) => ours.requests[kind] ?? 0;
  return [
    goal('PUT requests', change.files + MORE_PUTS, byRequests('PUT')),
    goal('LIST and HEAD requests', 0, byRequests('LIST') + byRequests('HEAD')),
    goal('idle poll: requests that write', 0, idle),
    goal('bytes sent / bytes changed', 1.02, ours.sentBytes / change.bytes),
    goal('wall time / aws s3 sync', 0.5, aws && ours.wall / aws.wall),
    goal('CPU / aws s3 sync', 0.5, aws && ours.cpu / aws.cpu),
    goal('memory (MB)', 150, ours.memory),
    ...(large === undefined
      ? []
      : [
          goal(`memory at ${large.files} files (MB)`, 150, large.memory),
          goal(`memory at ${large.files} / at ${large.than} files`, FLAT, large.memory / ours.memory),
        ]),
    ...Object.entries(cases).map(([name, { difusor }]) => goal(`stale objects, ${name}`, 0, difusor.stale)),
    goal('directory: wall time / rsync + flip', 1, ratio(directory, 'wall')),
    goal('directory: CPU / rsync + flip', 1, ratio(directory, 'cpu')),
    goal('directory: stale files', 0, directory.difusor.stale),
  ];
}

/** US$ of one cut's server-side copies. */
export function priceOfCopies(copies) {
  return (copies / 1000) * USD_PER_1000_WRITES;
}

function goal(title, most, value) {
  return { title, most, value, met: value === undefined ? undefined : value <= most };
}

function ratio(directory, figure) {
  const theirs = directory['rsync + flip'];
  return theirs && directory.difusor[figure] / theirs[figure];
}
