/** Where in a recording something is heard: whoever records a word need not cut the silence around it. */

/** Softer than this is silence, as a share of the loudest there can be. */
const silent = 0.012;
/** What is left around the word, so that soft beginnings and ends are not cut, in seconds. */
const around = 0.02;

/** The heard part of the samples of one channel, in seconds. Nothing is cut where nothing is heard. */
export function audibleSpan(samples: Float32Array, rate: number): { readonly from: number; readonly until: number } {
  const isHeard = (sample: number): boolean => Math.abs(sample) >= silent;
  const length = samples.length / rate;
  const first = samples.findIndex(isHeard);
  if (first < 0) return { from: 0, until: length };
  let last = samples.length - 1;
  while (!isHeard(samples[last] ?? 1)) last -= 1;
  return { from: Math.max(0, first / rate - around), until: Math.min(length, last / rate + around) };
}
