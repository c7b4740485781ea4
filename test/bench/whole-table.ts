import type { Run } from './whole.bench.ts';

/** A command beside a peer, run in turn. */
export interface Line {
  readonly work: string;
  readonly peer: string;
  /** At most this many times the peer's time. */
  readonly bound: number;
  readonly runs: readonly (readonly [Run, Run])[];
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? NaN;

const ratioOf = ({ runs }: Line, figure: 'wall' | 'cpu'): number =>
  median(runs.map(([a, b]) => a[figure] / b[figure]));

/** Slope of log time over log rows, by least squares. */
function exponent(points: readonly { readonly rows: number; readonly run: Run | null }[]): number {
  const known = points.flatMap(({ rows, run }) =>
    run === null ? [] : [[Math.log(rows), Math.log(run.cpu)] as const],
  );
  const [x, y] = [0, 1].map((at) => known.reduce((sum, p) => sum + p[at]!, 0) / known.length);
  const over = known.reduce((sum, p) => sum + (p[0] - x!) * (p[1] - y!), 0);
  return over / known.reduce((sum, p) => sum + (p[0] - x!) ** 2, 0);
}

export function table(
  lines: readonly Line[],
  growth: readonly { readonly rows: number; readonly run: Run | null }[],
): string {
  const rows = lines.map((line) => {
    if (line.runs.length === 0)
      return `| ${line.work} | ${line.peer} | ${line.bound} | not run |||||`;
    const of = (side: 0 | 1, figure: keyof Run): string =>
      median(line.runs.map((run) => run[side][figure])).toFixed(figure === 'peak' ? 0 : 2);
    const said = [ratioOf(line, 'wall'), ratioOf(line, 'cpu')].map((ratio) => ratio.toFixed(2));
    return (
      `| ${line.work} | ${line.peer} | ${line.bound} | **${said[0]}** | ${said[1]} | ` +
      `${of(0, 'wall')} s | ${of(1, 'wall')} s | ${of(0, 'peak')} MB |`
    );
  });
  const of = ({ rows: n, run }: (typeof growth)[number]): string =>
    `${n}: ${run?.cpu.toFixed(2) ?? '–'} s`;
  return [
    '| work | beside | at most | times its time | times its processor time | ours | theirs ' +
      '| our memory at most |',
    '|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    `Processor time of \`analyze\` by rows ` +
      `(${growth.map(of).join(', ')}): ` +
      `growth exponent ${exponent(growth).toFixed(2)}.`,
  ].join('\n');
}

const BAR = 22;

/** One bar a line: our time as a part of what is allowed, the allowance marked. */
export function picture(lines: readonly Line[]): string {
  const known = lines.filter(({ runs }) => runs.length > 0);
  const bars = known.map((line, index) => {
    const part = ratioOf(line, 'wall') / line.bound;
    const y = 40 + index * (BAR + 10);
    const width = Math.min(part, 2) * 200;
    const color = part <= 1 ? '#107c41' : '#c2410c';
    const label = `${line.work} / ${line.peer}`.replaceAll('&', '&amp;');
    return (
      `<text x="330" y="${y + 15}" text-anchor="end">${label}</text><rect x="340" y="${y}" ` +
      `width="${width.toFixed(0)}" height="${BAR}" fill="${color}"/><text ` +
      `x="${350 + width}" y="${y + 15}">${ratioOf(line, 'wall').toFixed(2)} (≤ ` +
      `${line.bound})</text>`
    );
  });
  const height = 60 + known.length * (BAR + 10);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 ${height}" ` +
    `font-family="sans-serif" font-size="12"><rect width="860" height="${height}" ` +
    'fill="#fff"/><text x="540" y="20" ' +
    `text-anchor="middle">allowed</text>${bars.join('')}<path d="M540 26V${height - 14}" ` +
    `stroke="#444" stroke-dasharray="4 3"/></svg>\n`
  );
}
