import { Refusal } from '#domain/refusal.ts';
import { contentPolicyTag } from './content-policy.ts';
import { PRIVACY } from './privacy-texts.ts';
import type { FunctionId } from '#facts/functions.ts';
import type { FunctionSpec } from '#functions/spec.ts';
import { SPECS } from '#functions/specs.ts';
import { helpWords as englishWords } from '#i18n/en-US/function-texts.ts';
import { functions as englishSentences } from '#i18n/en-US/functions.ts';
import type { Language } from '#domain/language.ts';
import { sentenceOf } from '#i18n/sentences.ts';
import { helpWords as chineseWords } from '#i18n/zh-CN/function-texts.ts';
import { functions as chineseSentences } from '#i18n/zh-CN/functions.ts';
import {
  type Example,
  type ExampleArgument,
  type ExampleRange,
  POLICY_ADDRESS,
  examplePolicyRange,
  examples,
  isRange,
} from './help-examples.ts';
import { TEXTS, parameterText } from './metadata.ts';

const WORDS = { 'en-US': englishWords, 'zh-CN': chineseWords } as const;
const SENTENCES = { 'en-US': englishSentences, 'zh-CN': chineseSentences } as const;
const OTHER = { 'en-US': 'zh-CN', 'zh-CN': 'en-US' } as const;

/**
 * The page of one function: what it computes, its arguments, an example that was really computed.
 */
export function functionPage(spec: FunctionSpec, language: Language): string {
  const words = WORDS[language];
  const text = TEXTS[language].functionTexts[spec.id];
  const example = examples(language)[spec.id];
  const policy = example.arguments.some(
    (argument) => isRange(argument) && argument.address === POLICY_ADDRESS,
  );
  return page(spec.id, language, spec.id, [
    `<p class="lead">${escape(text.summary)}</p>`,
    `<h2>${words.syntax}</h2><p><code>${escape(syntax(spec, language))}</code></p>`,
    `<h2>${words.argumentsHead}</h2><dl>${spec.parameters
      .map(
        (parameter) =>
          `<dt>${escape(TEXTS[language].argumentNames[parameter.name])}` +
          `${parameter.optional === true ? ` <small>${words.optional}</small>` : ''}</dt>` +
          `<dd>${escape(parameterText(spec.id, parameter.name, language))}</dd>`,
      )
      .join('')}</dl>`,
    `<h2>${words.examples}</h2>`,
    `<p>${words.formula} <code>${escape(formula(spec.id, example.arguments))}</code></p>`,
    resultTable(spec, example, language),
    cellsTable(
      example.arguments.filter(isRange).filter((range) => range.address !== POLICY_ADDRESS),
      words.cells,
    ),
    policy
      ? table(
          examplePolicyRange(language).cells.map((row) => row.map(shownInPolicy)),
          words.policyCaption,
          true,
        )
      : '',
    `<h2>${words.notes}</h2>` +
      `<ul>${text.notes.map((note) => `<li>${escape(note)}</li>`).join('')}</ul>`,
    nav(language),
  ]);
}

/** The list of all functions. */
export function indexPage(language: Language): string {
  const words = WORDS[language];
  return page(words.title, language, 'index', [
    `<p class="lead">${escape(words.intro)}</p>`,
    '<dl>' +
      SPECS.map(
        (spec) =>
          `<dt><a href="${spec.id}.html"><code>${escape(syntax(spec, language))}</code></a>` +
          `</dt><dd>${escape(TEXTS[language].functionTexts[spec.id].summary)}</dd>`,
      ).join('') +
      '</dl>',
    `<p><a href="guide.html">${escape(words.guide)}</a></p>`,
    `<p><a href="privacy.html">${escape(PRIVACY[language].title)}</a></p>`,
  ]);
}

/** What is read, written and sent. Linked from the page that the manifest names for support. */
export function privacyPage(language: Language): string {
  const { title, parts } = PRIVACY[language];
  return page(title, language, 'privacy', [
    ...parts.map(([heading, text]) => `<h2>${escape(heading)}</h2><p>${escape(text)}</p>`),
    nav(language),
  ]);
}

/** "=REBATE_TIER(4400000,"基础",A1:E7)": what a user types. */
export function formula(id: FunctionId, given: readonly ExampleArgument[]): string {
  return (
    `=${id}(` +
    given
      .map((argument) =>
        argument === null
          ? ''
          : isRange(argument)
            ? argument.address
            : typeof argument === 'string'
              ? `"${argument}"`
              : String(argument),
      )
      .join(',') +
    ')'
  );
}

/** The result of an example, as Excel would receive it. */
export function exampleResult(
  spec: FunctionSpec,
  example: Example,
  language: Language,
): readonly (readonly (string | number)[])[] {
  const values = example.arguments.map((argument) =>
    isRange(argument) ? argument.cells : argument,
  );
  const result = spec.run(values, {
    workbookPolicy: undefined,
    date1904: false,
    say: (fact) => sentenceOf(SENTENCES[language], fact),
  });
  const rows = typeof result === 'object' && !(result instanceof Refusal) ? result : [[result]];
  return rows.map((row) =>
    row.map((cell) => {
      if (cell instanceof Refusal)
        throw new Error(`The example of ${spec.id} gives ${cell.fact.code}`);
      return cell;
    }),
  );
}

function resultTable(spec: FunctionSpec, example: Example, language: Language): string {
  const cells = exampleResult(spec, example, language).map((row) =>
    row.map((cell) => shown(cell, example.unit)),
  );
  return table(cells, WORDS[language].result, false);
}

/** Columns side by side under their letters, as they stand in the sheet. */
function cellsTable(ranges: readonly ExampleRange[], caption: string): string {
  const [first] = ranges;
  if (first === undefined) return '';
  const last = ranges.at(-1)?.address.split(':')[1] ?? '';
  const rows = first.cells.map((_, row) =>
    ranges.map((range) => thousands(range.cells[row]?.[0] ?? '')),
  );
  return table(
    [ranges.map(({ address }) => address.replace(/\d.*$/, '')), ...rows],
    `${caption} ${first.address.split(':')[0]}:${last}`,
    true,
  );
}

const shownInPolicy = (cell: string | number): string =>
  typeof cell === 'number' && cell < 1 ? shown(cell, 'rate') : thousands(cell);

const thousands = (cell: string | number): string =>
  typeof cell === 'number' && cell >= 1000
    ? String(cell).replace(/\B(?=(\d{3})+$)/g, ',')
    : String(cell);

function shown(cell: string | number, unit: Example['unit']): string {
  if (typeof cell === 'string') return cell;
  if (unit === 'rate') return `${Number((cell * 100).toPrecision(6))}%`;
  return unit === 'money'
    ? `${cell < 0 ? '-' : ''}${thousands(Math.trunc(Math.abs(cell)))}.` +
        `${Math.abs(cell).toFixed(2).slice(-2)}`
    : thousands(cell);
}

function syntax(spec: FunctionSpec, language: Language): string {
  const names = spec.parameters.map(({ name, optional }) => {
    const shownName = TEXTS[language].argumentNames[name];
    return optional === true ? `[${shownName}]` : shownName;
  });
  return `=${spec.id}(${names.join(', ')})`;
}

function table(cells: ExampleRange['cells'], caption: string, header: boolean): string {
  const rows = cells.map(
    (row, index) =>
      '<tr>' +
      row
        .map((cell) =>
          header && index === 0
            ? `<th scope="col">${escape(String(cell))}</th>`
            : `<td>${escape(String(cell))}</td>`,
        )
        .join('') +
      '</tr>',
  );
  return `<table><caption>${escape(caption)}</caption>${rows.join('')}</table>`;
}

const nav = (language: Language): string =>
  `<nav><a href="index.html">${WORDS[language].all}</a> ` +
  `${SPECS.map(({ id }) => `<a href="${id}.html">${id}</a>`).join(' ')}</nav>`;

const STYLE = `body{font:16px/1.6 "Segoe UI","Microsoft YaHei",system-ui,sans-serif;
max-width:46rem;margin:0 auto;padding:1.5rem;color:#242424;background:#fff}
h1{font-size:1.6rem;margin:.2rem 0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
.lead{font-size:1.1rem}
code{font-family:Consolas,monospace;background:#f0f4f8;padding:.15rem .4rem;border-radius:4px;
overflow-wrap:anywhere}
dt{font-weight:600;margin-top:.6rem}dd{margin:0}small{color:#616161;font-weight:400}
table{border-collapse:collapse;margin:.8rem 0;display:block;overflow-x:auto}
caption{text-align:left;color:#616161;padding-bottom:.2rem}
th,td{border:1px solid #d1d1d1;padding:.25rem .7rem;text-align:left}th{background:#f0f4f8}
a{color:#0f548c}nav{margin-top:2rem;font-size:.9rem;line-height:2}
@media (prefers-color-scheme:dark){body{color:#eee;background:#1f1f1f}code,th{background:#333}
a{color:#7cc0ff}small,caption{color:#bbb}th,td{border-color:#555}}`;

export function page(
  title: string,
  language: Language,
  self: string,
  parts: readonly string[],
): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
${contentPolicyTag({ styles: [STYLE] })}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} · ${escape(words.title)}</title>
<style>${STYLE}</style></head>
<body><main><p><a href="../${OTHER[language]}/${self}.html"
 lang="${OTHER[language]}">${words.otherLanguage}</a></p>
<h1>${escape(title)}</h1>
${parts.filter((part) => part !== '').join('\n')}
</main></body></html>
`;
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark,
  );
