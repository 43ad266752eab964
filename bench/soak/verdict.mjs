import { slopeOf } from './slope.mjs';

/** The first part of a run fills caches and is not looked at. */
const WARM_UP_SHARE = 0.25;
/** In a shorter run, what the collector leaves for later looks like growth. */
const LEAST_MINUTES = 10;
/** What the whole of a run may grow by, along its line. */
const MOST_GROWTH = { rssKib: 16 * 1024, descriptors: 2 };

/** What the samples of a run come to: slopes for each minute, and whether it grows. */
export function judge(samples, minutes) {
  const warm = samples.filter((sample) => sample.minutes >= minutes * WARM_UP_SHARE);
  const slope = (name) => slopeOf(warm.map((sample) => [sample.minutes, sample[name]]));
  const most = (name) => Math.max(0, ...samples.map((sample) => sample[name]));
  const slopes = { rssKib: slope('rssKib'), descriptors: slope('descriptors') };
  const grows = Object.entries(MOST_GROWTH).filter(([name, limit]) => slopes[name] * minutes > limit);
  return {
    samples: samples.length,
    mostRssMib: round(most('rssKib') / 1024),
    mostDescriptors: most('descriptors'),
    rssKibAMinute: round(slopes.rssKib),
    descriptorsAMinute: round(slopes.descriptors),
    verdict: minutes < LEAST_MINUTES ? 'too short to judge' : grows.length > 0 ? 'grows' : 'flat',
  };
}

function round(value) {
  return Math.round(value * 100) / 100;
}
