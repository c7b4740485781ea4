import { readFileSync } from 'node:fs';
import { SPECS } from '#functions/specs.ts';
import { hostFiles } from '../../scripts/host-files.ts';
import { excel } from './excel.ts';
import { pattern } from '#domain/pattern.ts';

interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly helpUrl: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: string;
      readonly dimensionality: string;
      readonly optional?: boolean;
    }[];
    readonly result: { readonly type: string; readonly dimensionality: string };
  }[];
}

const ADDRESS = 'https://addin.example.com/rebates/';
const files = new Map(hostFiles(ADDRESS).map(({ path, text }) => [path, text]));
const metadata = (path: string): Metadata => JSON.parse(files.get(path) ?? '') as Metadata;
const english = metadata('functions.json');
const chinese = metadata('functions-zh-CN.json');

/** Contract: arguments in their order, those in brackets may be left out. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  REBATE_TIER: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_RATE: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_AMOUNT: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_GAP: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_GAIN: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_CUSHION: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_EXPLAIN: 'sales [item] [policy] [date] [tier_sales]',
  REBATE_TOTAL: 'items sales [policy] [date]',
  REBATE_EXPECTED: 'committed deals probabilities [item] [policy] [date]',
  REBATE_CHANCE: 'committed deals probabilities tier [item] [policy] [date]',
  REBATE_PULLIN: 'committed deals costs [item] [policy] [date] [tier]',
  REBATE_POOL: 'sales [item] [policy] [date]',
  REBATE_CATEGORY: 'product [catalog]',
  REBATE_PERIOD: 'date [period] [year_start]',
  REBATE_MONEY: 'text',
  REBATE_ORDERS: 'orders [policy] [as_of] [figure] [facts]',
  REBATE_SUMMARY: 'orders [policy] [as_of] [facts]',
};

it('registers exactly the functions that Excel is told about', async () => {
  const { ids } = await excel();
  expect(english.functions.map(({ id }) => id)).toEqual(ids);
  expect([...ids].sort()).toEqual(Object.keys(ARGUMENTS).sort());
});

it.each(Object.entries(ARGUMENTS))('%s(%s)', (id, wanted) => {
  const own = english.functions.find((entry) => entry.id === id);
  expect(
    own?.parameters.map(({ name, optional }) => (optional === true ? `[${name}]` : name)).join(' '),
  ).toBe(wanted);
});

it('says the same in both languages, under the same names', () => {
  expect(chinese.functions.map(({ id, name }) => [id, name])).toEqual(
    english.functions.map(({ id, name }) => [id, name]),
  );
  chinese.functions.forEach((own, index) => {
    const other = english.functions[index] as Metadata['functions'][number];
    expect(own.name).toBe(own.id);
    expect(own.description).toMatch(/[\u4e00-\u9fff]/);
    expect(
      own.parameters.map(({ type, dimensionality, optional }) => [type, dimensionality, optional]),
    ).toEqual(
      other.parameters.map(({ type, dimensionality, optional }) => [
        type,
        dimensionality,
        optional,
      ]),
    );
    for (const parameter of own.parameters) expect(parameter.name).toMatch(/[\u4e00-\u9fff]/);
    expect(new Set(own.parameters.map(({ name }) => name)).size).toBe(own.parameters.length);
  });
});

it('keeps to what Excel accepts', () => {
  for (const { functions, allowErrorForDataTypeAny } of [english, chinese]) {
    expect(allowErrorForDataTypeAny).toBe(true);
    for (const { id, description, parameters, result } of functions) {
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,127}$/);
      expect(description.length).toBeLessThanOrEqual(255);
      expect(result.type).toBe('any');
      // A required parameter after an optional one is not supported.
      const optional = parameters.map((parameter) => parameter.optional === true);
      expect(optional).toEqual([...optional].sort());
      for (const parameter of parameters)
        expect(parameter.description.length).toBeLessThanOrEqual(255);
    }
  }
});

it('links each function to a help page of its language that is in the build', () => {
  for (const [language, { functions }] of [
    ['en-US', english],
    ['zh-CN', chinese],
  ] as const) {
    for (const { id, helpUrl } of functions) {
      expect(helpUrl).toBe(`${ADDRESS}assets/help/${language}/${id}.html`);
      expect(files.has(helpUrl.slice(ADDRESS.length))).toBe(true);
    }
  }
});

it('leads from one help page to all others', () => {
  const pages = [...files].filter(([path]) => path.endsWith('.html'));
  expect(pages).toHaveLength(2 * (SPECS.length + ['index', 'privacy', 'guide'].length));
  for (const [path, html] of pages) {
    const links = [...html.matchAll(/href="([^"#]+)"/g)].map(([, link]) =>
      new URL(link as string, `${ADDRESS}${path}`).href.slice(ADDRESS.length),
    );
    // The guide is a page to read: it leads back to the list, which leads to all others.
    const least = path.endsWith('guide.html') ? 0 : SPECS.length;
    expect(links.length).toBeGreaterThan(least);
    for (const link of links) expect([link, files.has(link)]).toEqual([link, true]);
  }
});

it('the manifest brings the same files, Chinese first', () => {
  const manifest = readFileSync('manifest.xml', 'utf8');
  expect(manifest).toMatch(
    pattern()`
      <bt:Url id="Functions.Metadata.Url"
      \s+DefaultValue="https:\/\/localhost:3000\/functions-zh-CN\.json">\s*
      <bt:Override Locale="en-US" Value="https:\/\/localhost:3000\/functions\.json"\/>
    `,
  );
  expect(manifest).toContain('https://localhost:3000/functions.js"');
});

it('for Office 2021 nothing but the error flag is left out', () => {
  const plain = new Map(hostFiles(ADDRESS, 'ltsc2021').map(({ path, text }) => [path, text]));
  for (const path of ['functions.json', 'functions-zh-CN.json']) {
    const { allowErrorForDataTypeAny, ...rest } = metadata(path);
    expect(allowErrorForDataTypeAny).toBe(true);
    expect(JSON.parse(plain.get(path) ?? '')).toEqual(rest);
  }
  for (const [path, text] of [...files].filter(([path]) => !path.startsWith('functions')))
    expect(plain.get(path)).toBe(text);
});
