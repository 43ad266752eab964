// The figures of a run, in at most 80 columns.

/** Table of one way of synthesizing: seconds of each app, and the two ratios. */
export function table(way, { difusor, bare }) {
  const pairs = difusor.map((seconds, index) => seconds / bare[index]);
  return [
    `${way.padEnd(12)}${['min', 'median', 'max'].map((title) => title.padStart(9)).join('')}   (s)`,
    row('difusor', difusor),
    row('bare', bare),
    `  ratio of medians ${ratio(median(difusor) / median(bare))}, median of the pairs' ratios ${ratio(median(pairs))}`,
  ].join('\n');
}

function row(name, seconds) {
  const figures = [Math.min(...seconds), median(seconds), Math.max(...seconds)];
  return `  ${name.padEnd(10)}${figures.map((figure) => figure.toFixed(2).padStart(9)).join('')}`;
}

const ratio = (number) => number.toFixed(3);

/** The middle of some numbers, or the mean of the two in the middle. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
