import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Diagnostics, checkSync } from 'recheck';
import ts from 'typescript';
import { isDeep } from '../runs.ts';
import { withoutLooking } from './look-arounds.ts';

const root = resolve(__dirname, '../..');

/** Every regular expression that stands in the sources, with its file. */
const expressions = (): ReadonlyMap<string, string> => (found ??= inSources());
let found: ReadonlyMap<string, string> | undefined;

function inSources(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const text = readFileSync(join(root, 'src', file), 'utf8');
    const visit = (node: ts.Node): void => {
      const text = expressionOf(node);
      if (text !== undefined) found.set(text, file);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  }
  return found;
}

/** As a literal, which the ones over several lines (src/domain/pattern.ts) are not. */
function expressionOf(node: ts.Node): string | undefined {
  if (ts.isRegularExpressionLiteral(node)) return node.text;
  if (!ts.isTaggedTemplateExpression(node) || !ts.isCallExpression(node.tag)) return undefined;
  const {
    expression,
    arguments: [flags],
  } = node.tag;
  if (!ts.isIdentifier(expression) || expression.text !== 'pattern') return undefined;
  const { template } = node;
  if (!ts.isNoSubstitutionTemplateLiteral(template)) throw new Error('A pattern has no parts');
  const source = (template.rawText ?? '').replace(/\n\s*/g, '');
  return `/${source}/${flags !== undefined && ts.isStringLiteral(flags) ? flags.text : ''}`;
}

/**
 * By the automaton of an expression: certain, but not for very wide ones nor look-arounds. Most
 * take a tenth of a second; the limit is far beyond: a busy machine changes no answer.
 */
const CERTAIN = { checker: 'automaton', timeout: 30_000 } as const;
/** Words that begin alike make an automaton without end: these beginnings are attacked at once. */
const TOO_WIDE = [
  String.raw`^(?:[一二三四五六七八九十\d]{1,3}[、.`,
  String.raw`(?:未|没有?|待|非|不)(?:能|被|予|正式`,
  String.raw`closed?[-_/:·]*won|won[-_/`,
  String.raw`^(?:[^,。;!]{0,12})?(?:小计|合`,
  String.raw`^除.+外|^(?:不含|不包括|排除|剔除).|除`,
  String.raw`不参与|不计佣|不计返|不返|无返点|无佣金|不予(`,
];
/** By attacking it with made-up texts: for what the automaton cannot tell. */
const ATTACKED = {
  checker: 'fuzz',
  timeout: 20_000,
  randomSeed: 1,
  recallTimeout: -1,
  maxIteration: 3,
} as const;

/** What an attacker can make of an expression: '' when nothing, '2nd degree polynomial', … */
function danger(expression: string): string {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(expression) ?? [];
  if (TOO_WIDE.some((start) => source.startsWith(start))) return attacked(source, flags);
  const certain = checkSync(source, flags, CERTAIN);
  return certain.status === 'unknown' ? attacked(source, flags) : dangerOf(certain);
}

const attacked = (source: string, flags: string): string =>
  dangerOf(checkSync(source, flags, ATTACKED));

const dangerOf = (answer: Diagnostics): string =>
  answer.status === 'vulnerable' ? answer.complexity.summary.replace(' (fuzz)', '') : '';

/**
 * Whether an expression that looks around is linear for certain: looking away only takes paths
 * away, so it is no worse than the same one without, taken through every path by an end that never
 * comes, as long as no single look goes on without end.
 */
function isProved(expression: string): boolean {
  const [, source = '', flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(expression) ?? [];
  const { bare, looks } = withoutLooking(source);
  // With y it is tried at one place.
  const start = flags.includes('y') ? '^' : '';
  const walked = `${start}(?:${bare})\u0001`;
  return (
    !looks.some(goesOn) && checkSync(walked, flags.replace(/[gy]/g, ''), CERTAIN).status === 'safe'
  );
}

const withoutClasses = (source: string): string => source.replace(/\\.|\[(?:\\.|[^\]])*\]/g, '.');
/** Repeats something without a limit. */
const goesOn = (source: string): boolean => /[*+]|\{\d*,\}/.test(withoutClasses(source));

/**
 * Expressions that were examined before and found linear, each by its hash: the same text has the
 * same answer. The deep run examines all anew; `EXAMINED=write` with this test writes the file.
 */
const EXAMINED = join(__dirname, 'examined-expressions.txt');
const isWriting = process.env['EXAMINED'] === 'write';
const examined = new Set(
  isDeep || isWriting ? [] : readFileSync(EXAMINED, 'utf8').split('\n').filter(Boolean),
);
const hashOf = (expression: string): string =>
  createHash('sha256').update(expression).digest('hex').slice(0, 20);
const isNew = (expression: string): boolean => !examined.has(hashOf(expression));

test('an expression that explodes is seen', () => {
  expect(danger('/^(a+)+$/')).toBe('exponential');
  expect(danger('/^(?:合计|合)*计$/')).toBe('');
  // Beyond the automaton: looks around, and ambiguous words among very many.
  expect(danger('/^(?=a)(a+)+$/')).toBe('exponential');
  const words = [...Array(120).keys()].map((at) => `w${at}x`).join('|');
  expect(attacked(`^(?:${words}|人天|人|天|[a-z]?\\d+[a-z0-9.*x-]*|[\\s()])+$`, '')).toBe(
    'exponential',
  );
});

/**
 * Every other expression takes time in proportion to the text. These look for something that begins
 * anywhere and goes on, which is quadratic by nature: each with what keeps its text short.
 */
const SHORT_TEXTS: ReadonlyMap<string, string> = new Map([
  [String.raw`/^(.+?)\s*[/:_,，\s-]\s*([^/:_\s]+(?:\s*10,?000)?)$/`, 'LONGEST_HEADER'],
  [
    String.raw`/^(.+?)\s*(>=|≥|>|以上|超过|大于|高于|达到|不低于|\bover|\babove|\bat least)$/i`,
    'LONGEST_HEADER',
  ],
  [String.raw`/\s*[(（]([^()（）]*)[)）]/g`, 'LONGEST_LIST'],
  [String.raw`/^([\d.,]+[^\d<≤=]*)([<≤])[^\d<≤=]*([<≤][\d.,].*)$/`, 'LONGEST_AMOUNT'],
  [
    String.raw`/^([[(])([\d.]+[^\d,;~\])-]*)[,;~-](\+?∞|[\d.]+[^\d,;~\])-]*)([\])])(\D*)$/`,
    'LONGEST_AMOUNT',
  ],
  [String.raw`/^between(.+?)and(.+)$/`, 'LONGEST_AMOUNT'],
  [String.raw`/^介于(.+?)[和与至到-](.+?)(?:之间)?$/`, 'LONGEST_AMOUNT'],
  [String.raw`/^\D*[\d.,]+[^\d以]*(?:以下|以内)(?:\([^()]*\))?$/`, 'LONGEST_AMOUNT'],
  [String.raw`/^(\d+(?:\.\d+)?%)\s*of\s+(.+)$/i`, 'LONGEST_HEADER'],
  [String.raw`/^(\D+?)\s*的\s*(\d+(?:\.\d+)?%)$/`, 'LONGEST_HEADER'],
  [String.raw`/((?:^|且|,|，)[^=≥≤<>\d]+)([\d.]+%?)及?以上/g`, 'LONGEST_LIST'],
  [String.raw`/^(.*?)(?:\s*[×x*✕]\s*(\d+(?:\.\d+)?%?))?$/i`, 'LONGEST_HEADER'],
  [String.raw`/^(.*?)\s*[×x*✕]\s*(\d+(?:\.\d+)?)(%)?$/i`, 'LONGEST_HEADER'],
  [String.raw`/^(.*\S)\s*[:：\s]\s*(\S+)$/`, 'LONGEST_HEADER'],
  [String.raw`/\(.*\)/`, 'LONGEST_HEADER'],
  [String.raw`/[([{【]([^)\]}】]*)[)\]}】]/g`, 'LONGEST_KNOWN_HEADER'],
  [String.raw`/[([{【][^)\]}】]*[)\]}】]/g`, 'LONGEST_KNOWN_HEADER'],
  [String.raw`/[([【].*?[)】\]]/g`, 'LONGEST_KNOWN_HEADER'],
  [String.raw`/[([【](.*?)[)】\]]/`, 'LONGEST_KNOWN_HEADER'],
  [String.raw`/"[^"]*"|\\.|!.|_.|\*.|\[[^\]]*\]/g`, 'LONGEST_FORMAT'],
  [String.raw`/\[\$([^\]-]*)(?:-[^\]]*)?\]/g`, 'LONGEST_FORMAT'],
  [String.raw`/\[[^\]]*\]/g`, 'LONGEST_FORMAT'],
  [String.raw`/^(.*?\d+)万(?:(\d{4})|(\d(?:\.\d+)?)千)(元整?|圆整?|块钱?)?$/`, 'LONGEST_AMOUNT'],
  [String.raw`/\B(?=(\d{3})+$)/g`, 'a count that we write ourselves'],
  [String.raw`/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g`, 'a number that we write ourselves'],
  [
    String.raw`/(?:'[^']*'!|\[[^[\]]*\]!|[\w.\\:]{1,260}\.xla[m]?!)?@?(?:_xldudf_)?` +
      String.raw`(REBATE_[A-Z]+)(?=\s*\()/gi`,
    '260 characters from each place at most',
  ],
  [String.raw`/\s*(?:例如|比如|诸如|such as|e\.g\.?|(?<=产品|类)如).*$/i`, 'LONGEST_LIST'],
  [String.raw`/^(\d+(?:\.\d+)?%?)\s*[×x*✕]\s*(?=\D)(.+)$/i`, 'LONGEST_HEADER'],
  [
    String.raw`/[〇零一二三四五六七八九十](?=[〇零一二三四五六七八九十]*[年月日号])/`,
    'LONGEST_DAYS',
  ],
  [
    String.raw`/[一二三]?十[一二三四五六七八九]?(?=[月日号])|` +
      String.raw`[〇零一二三四五六七八九]+(?=[年月日号])/g`,
    'LONGEST_DAYS',
  ],
  [
    String.raw`/(?:[t ]|(?<=日|号)|(?<=\d)(?=上午|下午|[ap]m))\s*` +
      String.raw`(?:(?:上午|下午|早上|晚上|中午|[ap]\.?m\.?) ?)?(\d{1,2}):(\d{1,2})` +
      String.raw`(?::\d{1,2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)? ?` +
      String.raw`(?:(z|utc|gmt)?(?: ?([+-])(\d{1,2}):?(\d{2})?)?)?$/`,
    'foldText leaves no two spaces in a row',
  ],
  [String.raw`/([A-Z]+)(\d+)/g`, 'a range that we write ourselves'],
  [String.raw`/fgColor[^>]*\srgb="([0-9A-Fa-f]{8})"/`, 'one fill of the styles'],
]);

/** Looks around, and is linear for a reason that the automaton does not see. */
const LOOKING: ReadonlyMap<string, string> = new Map([
  [
    String.raw`/(?<=\S)\s{2,}|[\t-\r\x85\u2028\u2029]/g`,
    'begins at the first space of a row only, and takes all of it',
  ],
  [
    String.raw`/(?:[~‐‑‒–—―−至到-]|\.\.|(?<=[\dkw元万)])to(?=\d))+/`,
    'nothing follows what is repeated: the first part found is the match',
  ],
  [
    String.raw`/(?<![\w.])([A-Z][A-Z0-9.]*)(?=\()/gi`,
    'begins where a word does, and words do not overlap',
  ],
  [
    String.raw`/(?<![\w.])(REBATE_[A-Z_]+)(?=\()/g`,
    'begins where a word does, and words do not overlap',
  ],
  [
    String.raw`/^(?!(?:无|none|n\/a|[-–—/]+)$)./`,
    'looks once, at the beginning, along one row of dashes',
  ],
  [
    String.raw`/"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]|` +
      String.raw`(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])|` +
      String.raw`(?<![\w.$:])(\$?)([A-Z]{1,3}):(\$?)([A-Z]{1,3})(?![\w.(!$])|` +
      String.raw`(?<![\w.$:])(\$?)(\d{1,7}):(\$?)(\d{1,7})(?![\w.(!$])/gi`,
    'a quote that another follows ends at one, a bracket at the next one',
  ],
]);

test('a look-around that goes on, and what goes on before one, is seen', () => {
  expect(isProved(String.raw`/^\d+(?!x)/`)).toBe(true);
  expect(isProved(String.raw`/a+(?=,)/y`)).toBe(true);
  expect(isProved(String.raw`/a+(?=,)/`)).toBe(false);
  expect(isProved(String.raw`/\d(?![\d.]*年)/`)).toBe(false);
  expect(isProved(String.raw`/[(](?<!\()a+(?=\))a+/`)).toBe(false);
});

/** To be proved: the others stand in a list. */
const isOpen = (expression: string): boolean =>
  goesOn(expression) &&
  withoutLooking(expression).looks.length > 0 &&
  !SHORT_TEXTS.has(expression) &&
  !LOOKING.has(expression);

test('every expression that looks around is linear for certain', () => {
  const all = [...expressions().keys()];
  const open = all.filter(isOpen);
  expect(open.length).toBeGreaterThan(5);
  expect(open.filter(isNew).filter((each) => !isProved(each))).toEqual([]);
  expect([...LOOKING.keys()].filter((each) => !all.includes(each))).toEqual([]);
});

test('every expression is linear, but for those whose texts are kept short', () => {
  const all = expressions();
  // What repeats nothing looks at each place of a text a fixed number of times.
  const repeating = [...all.keys()].filter((expression) => /[*+]|\{\d*,\d*\}/.test(expression));
  const unlisted = repeating.filter((each) => !SHORT_TEXTS.has(each) && !isOpen(each));
  expect(unlisted.length).toBeGreaterThan(100);
  expect(unlisted.filter(isNew).filter((each) => danger(each) !== '')).toEqual([]);
  const gone = [...SHORT_TEXTS.keys()].filter((expression) => !all.has(expression));
  const begins = (start: string): boolean => repeating.some((each) => each.startsWith(`/${start}`));
  expect(TOO_WIDE.filter((start) => !begins(start))).toEqual([]);
  expect(gone).toEqual([]);
  if (!isWriting) return;
  const hashes = [...new Set([...unlisted, ...[...all.keys()].filter(isOpen)].map(hashOf))];
  writeFileSync(EXAMINED, `${hashes.sort().join('\n')}\n`);
});
