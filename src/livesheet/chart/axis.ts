/** The values that an axis names, the first and the last of them its ends. */
export function axisTicks(
  least: number,
  most: number,
  room: number,
  from: number | null,
): readonly number[] {
  const low = from ?? Math.min(0, least);
  const high = Math.max(most, low, from === null ? 0 : low);
  const step = roundStep((high === low ? Math.abs(high) || 1 : high - low) / Math.max(1, room));
  const first = from ?? Math.floor(low / step) * step;
  const count = Math.ceil((high - first) / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => round(first + at * step, step));
}

/** 1, 2 or 5 with noughts: the next that is not less. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return (
    [1, 2, 5, 10].map((each) => each * power).find((each) => each >= step * (1 - 1e-9)) ?? step
  );
}

const round = (value: number, step: number): number =>
  Number(value.toFixed(Math.max(0, Math.min(12, 1 - Math.floor(Math.log10(step))))));
