import { breached, met, notApplicable, type Rule } from '../../rule.js';
import { noParams, type NoParams } from '../no-params.js';
import { eachLiveHost, ifMeasured } from './measured.js';

/** Every host takes a real file over SSH as fast as the call asks; the median of the runs counts. */
export const liveUpload: Rule<NoParams> = {
  id: 'live-upload',
  how: 'rule.live-upload.how',
  reads: ['live'],
  params: noParams,
  evaluate(facts, { convocatoria }) {
    const floor = convocatoria.server?.upload?.megabytesPerSecond;
    if (floor === undefined) return notApplicable({ text: 'rule.live-upload.silent' });
    return eachLiveHost(facts, ({ upload, name }) =>
      ifMeasured(upload, 'upload', name, ({ by, megabytes, runs, median }, at) => {
        const speed = Math.floor(median * 10) / 10;
        const params = { speed, floor, by, megabytes, runs: runs.length, at };
        return median >= floor
          ? met({ text: 'rule.live-upload.fast', params, resource: name })
          : breached({ text: 'rule.live-upload.slow', params, resource: name });
      }),
    );
  },
};
