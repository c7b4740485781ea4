import { availableParallelism, loadavg } from 'node:os';
import type { Run } from './whole.bench.ts';

export type Language = 'zh-CN' | 'en-US';
/** A word of the table in both languages. */
export type Said = Readonly<Record<Language, string>>;

/** A command beside a peer, run in turn. */
export interface Line {
  readonly work: Said;
  /** The work by its full name, where the table says "the same". */
  readonly named?: Said;
  readonly peer: Said;
  /** At most this many times the peer's time; null: it stands there for comparison. */
  readonly bound: number | null;
  /** Megabytes at most, where that is promised. */
  readonly memory: number | null;
  readonly runs: readonly (readonly [Run, Run])[];
}

export interface Growth {
  readonly rows: number;
  readonly run: Run | null;
}

const median = (figures: readonly number[]): number =>
  [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? NaN;

const ratioOf = ({ runs }: Line, figure: 'wall' | 'cpu'): number =>
  median(runs.map(([a, b]) => a[figure] / b[figure]));

const peakOf = ({ runs }: Line): number => Math.max(...runs.map(([{ peak }]) => peak));

/** Slope of log time over log rows, by least squares. */
function exponent(points: readonly Growth[]): number {
  const known = points.flatMap(({ rows, run }) =>
    run === null ? [] : [[Math.log(rows), Math.log(run.cpu)] as const],
  );
  const [x, y] = [0, 1].map((at) => known.reduce((sum, p) => sum + p[at]!, 0) / known.length);
  const over = known.reduce((sum, p) => sum + (p[0] - x!) * (p[1] - y!), 0);
  return over / known.reduce((sum, p) => sum + (p[0] - x!) ** 2, 0);
}

const HEADS = {
  'zh-CN':
    '| 工作 | 对照 | 时间上限（倍） | 时间（倍） | 处理器时间（倍） | 本产品 | 对照 | 内存峰值 |',
  'en-US':
    '| work | beside | times its time, at most | times its time | times its processor time ' +
    '| ours | theirs | our memory at most |',
} as const;

const figure = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';

function row(line: Line, language: Language): string {
  const head = `| ${line.work[language]} | ${line.peer[language]} | ${line.bound ?? '–'} |`;
  if (line.runs.length === 0) return `${head} ${language === 'zh-CN' ? '未运行' : 'not run'} |||||`;
  const wall = (side: 0 | 1): string =>
    `${figure(median(line.runs.map((run) => run[side].wall)), 2)} s`;
  const limit = line.memory === null ? '' : ` (≤ ${line.memory})`;
  const most = peakOf(line);
  const peak = Number.isFinite(most) ? `${most.toFixed(0)} MB${limit}` : '–';
  const [time, cpu] = [figure(ratioOf(line, 'wall'), 2), figure(ratioOf(line, 'cpu'), 2)];
  return `${head} **${time}** | ${cpu} | ${wall(0)} | ${wall(1)} | ${peak} |`;
}

const CORES = availableParallelism();
const LOAD = loadavg()[0]!.toFixed(1);

/** What is not there yet, by name: the text around the table stays true of every table. */
function beyondAllowed(lines: readonly Line[], language: Language): string {
  const beyond = lines.filter(
    (line) =>
      ratioOf(line, 'wall') > (line.bound ?? Infinity) || peakOf(line) > (line.memory ?? Infinity),
  );
  const names = beyond.map(
    ({ work, named, peer }) => `${(named ?? work)[language]} / ${peer[language]}`,
  );
  if (language === 'zh-CN')
    return names.length === 0 ? '各项均未超过上限。' : `超过上限、尚未达到：${names.join('；')}。`;
  return names.length === 0
    ? 'Nothing is above what is allowed.'
    : `Above what is allowed, and not there yet: ${names.join('; ')}.`;
}

export function table(
  lines: readonly Line[],
  growth: readonly Growth[],
  language: Language,
): string {
  const steps = growth.map(({ rows, run }) => `${rows}: ${run?.cpu.toFixed(2) ?? '–'} s`);
  const slope = exponent(growth).toFixed(2);
  const isChinese = language === 'zh-CN';
  return [
    HEADS[language],
    '|---|---|---|---|---|---|---|---|',
    ...lines.map((line) => row(line, language)),
    '',
    isChinese
      ? `\`analyze\` 的处理器时间与行数（${steps.join('，')}）：增长指数 ${slope}。`
      : `Processor time of \`analyze\` by rows (${steps.join(', ')}): growth exponent ${slope}.`,
    '',
    beyondAllowed(lines, language),
    isChinese
      ? `测于 ${CORES} 个核、Node ${process.version}；测前一分钟机器已有负荷 ${LOAD}。`
      : `Measured on ${CORES} cores with Node ${process.version}; the load of the machine in the ` +
        `minute before was ${LOAD}.`,
  ].join('\n');
}

const BAR = 22;
const LEFT = 400;
const ALLOWED = 200;

/** One bar a line: our time as a part of what is allowed, the allowance marked. */
export function picture(lines: readonly Line[], language: Language): string {
  const known = lines.filter(({ runs, bound }) => runs.length > 0 && bound !== null);
  const bars = known.map((line, index) => {
    const ratio = ratioOf(line, 'wall');
    const part = ratio / line.bound!;
    const y = 40 + index * (BAR + 10);
    const width = Math.min(part, 2) * ALLOWED;
    const color = part <= 1 ? '#107c41' : '#c2410c';
    const label = `${(line.named ?? line.work)[language]} / ${line.peer[language]}`.replaceAll(
      '&',
      '&amp;',
    );
    return (
      `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${label}</text>` +
      `<rect x="${LEFT}" y="${y}" width="${width.toFixed(0)}" height="${BAR}" fill="${color}"/>` +
      `<text x="${LEFT + 10 + width}" y="${y + 15}">${ratio.toFixed(2)} (≤ ${line.bound})</text>`
    );
  });
  const height = 60 + known.length * (BAR + 10);
  const at = LEFT + ALLOWED;
  const said = language === 'zh-CN' ? '上限' : 'allowed';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 ${height}" ` +
    'font-family="sans-serif" ' +
    `font-size="12"><rect width="920" height="${height}" fill="#fff"/>` +
    `<text x="${at}" y="20" text-anchor="middle">${said}</text>${bars.join('')}` +
    `<path d="M${at} 26V${height - 14}" stroke="#444" stroke-dasharray="4 3"/></svg>\n`
  );
}
