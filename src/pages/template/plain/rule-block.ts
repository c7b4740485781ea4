import type { Cell } from '#domain/sheet.ts';
import { type Carried, CARRIED, POLICY_ROWS, RULE, RULES_ROW, ruleColumn } from './plain-layout.ts';
import { here, hereFixed, type Worked, worked } from './plain-cells.ts';
import { MEANINGS } from './policy-words.ts';

/** The policy's own sheet: where each column and row of it is, and what the sample says there. */
export interface PolicySource {
  /** `INDEX('返点政策'!$E:$E,7)`: stays right when rows of the table are deleted. */
  raw(column: PolicyField, rule: number): string;
  row(rule: number): string;
  value(column: PolicyField, rule: number): Cell;
}
export type PolicyField = Carried | 'component' | 'threshold' | 'rate' | 'bonus';

/** What a policy row comes to, for the sample. */
export interface SampleRule {
  readonly component: string;
  readonly number: number;
  readonly threshold: number;
  readonly rate: number;
  readonly bonus: number;
  readonly tier: number;
  readonly step: number;
  readonly carried: Readonly<Record<Carried, string | number>>;
}

/** Marks of numbers that are no plain amounts: a date, a percentage, a range, a power. */
const ODD = '{"-","/","%",":","e","E","~",","}';

/** One row a tier: read from the policy's cells, blanks taken from above, faults counted. */
export function ruleRow(rule: number, source: PolicySource, sample: SampleRule | null): Worked[] {
  const row = RULES_ROW + rule;
  const at = (column: keyof typeof RULE): string => here(row, RULE[column]);
  const above = (column: keyof typeof RULE): string => here(row - 1, RULE[column]);
  const raw = (column: PolicyField): string => source.raw(column, rule);
  const inside = `AND(${at('component')}<>"",${at('component')}=${above('component')})`;
  const used = `${at('component')}<>""`;
  const cells: Worked[] = [
    worked(
      `IF(COUNTA(${source.row(rule)})=0,"",IF(TRIM(${raw('component')}&"")<>"",TRIM(` +
        `${raw('component')}&""),` +
        `${rule === 1 ? '"返点"' : `IF(${above('component')}="","返点",${above('component')})`}))`,
      sample?.component ?? '',
    ),
    worked(
      `IF(${at('component')}="",0,IF(${at('component')}=${above('component')},` +
        `${above('number')},MAX(${hereFixed(RULES_ROW, RULE.number)}:${above('number')})+1))`,
      sample?.number ?? 0,
    ),
    worked(`IF(${used},${amount(raw('threshold'))},0)`, sample?.threshold ?? 0),
    worked(`IF(${used},${rate(raw('rate'))},0)`, sample?.rate ?? 0),
    worked(
      `IF(${used},IF(${raw('bonus')}&""="",0,IF(ISNUMBER(${raw('bonus')}),${raw('bonus')},-1)),0)`,
      sample?.bonus ?? 0,
    ),
    worked(`IF(${used},IF(${inside},${above('tier')}+1,1),0)`, sample?.tier ?? 0),
    worked(`${at('rate')}-IF(${inside},${above('rate')},0)`, sample?.step ?? 0),
    worked(faultFormula(rule, row, source), 0),
  ];
  for (const field of CARRIED) {
    const own = raw(field);
    const before = here(row - 1, ruleColumn(field));
    cells.push(
      worked(
        `IF(${used},IF(${own}&""<>"",${own},IF(${inside},${before},"")),"")`,
        sample?.carried[field] ?? '',
      ),
    );
  }
  return cells;
}

/** 500000 · 50万 · ≥500万 · 1.2亿 as a number; -1 for what only the add-in can read. */
function amount(raw: string): string {
  const bare = ['≥', '>=', '元', '￥', '¥', ' '].reduce(
    (text, mark) => `SUBSTITUTE(${text},"${mark}","")`,
    `${raw}&""`,
  );
  const scaled = (unit: string, factor: number): string =>
    `VALUE(SUBSTITUTE(${bare},"${unit}",""))*${factor}`;
  return (
    `IF(${raw}&""="",-1,IF(ISNUMBER(${raw}),${raw},IF(SUMPRODUCT(--ISNUMBER(FIND(${ODD},` +
    `${raw}&"")))>0,-1,IFERROR(ROUND(IF(RIGHT(${bare},1)="万",${scaled('万', 10_000)},IF(` +
    `RIGHT(${bare},1)="亿",${scaled('亿', 100_000_000)},VALUE(${bare}))),2),-1))))`
  );
}

/** 0.06 · 6% · 12%+ as a number; -1 for what only the add-in can read. */
function rate(raw: string): string {
  const bare = `SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(${raw}&"","％","%"),"+","")," ","")`;
  const odd = ODD.replace('"%",', '');
  return (
    `IF(${raw}&""="",0,IF(ISNUMBER(${raw}),${raw},IF(SUMPRODUCT(--ISNUMBER(FIND(${odd},` +
    `${raw}&"")))>0,-1,IFERROR(IF(RIGHT(${bare},1)="%",ROUND(VALUE(SUBSTITUTE(${bare},"%",` +
    `""))/100,12),VALUE(${bare})),-1))))`
  );
}

/**
 * Counts what the plain formulas must not go past: a component in two places, an unreadable or
 * falling threshold, a rate above 1, a clause that a later row of the component says otherwise.
 */
function faultFormula(rule: number, row: number, source: PolicySource): string {
  const at = (column: keyof typeof RULE): string => here(row, RULE[column]);
  const above = (column: keyof typeof RULE): string => here(row - 1, RULE[column]);
  const inside = `${at('component')}=${above('component')}`;
  const faults = [
    `(${at('threshold')}<0)`,
    `(${at('rate')}<0)`,
    `(${at('rate')}>1)`,
    `(${at('bonus')}<0)`,
    `${inside.replace(/^/, '(')})*(${at('threshold')}<=${above('threshold')})`,
    edgeAgainst(source.raw('threshold', rule), here(row, ruleColumn('edge'))),
    ...(rule === 1
      ? []
      : [
          `(${above('component')}="")`,
          `(${at('component')}<>${above('component')})*(COUNTIF(` +
            `${hereFixed(RULES_ROW + 1, RULE.component)}:${above('component')},` +
            `${at('component')})>0)`,
        ]),
    ...CARRIED.map((field) => {
      const before = here(row - 1, ruleColumn(field));
      const raw = source.raw(field, rule);
      return `(${inside})*(${raw}&""<>"")*(${before}&""<>"")*(${raw}&""<>${before}&"")`;
    }),
  ];
  return `IF(${at('component')}="",0,${faults.join('+')})`;
}

/** ≥500万 says at: an edge that says above is against it. */
const edgeAgainst = (threshold: string, edge: string): string =>
  `SUMPRODUCT(--ISNUMBER(FIND({"≥",">="},${threshold}&"")))*(SUMPRODUCT(--({"",${AT}}=TRIM(` +
  `${edge}&"")))=0)`;
const AT = MEANINGS.edge.flatMap(([word, code]) => (code === 'at' ? [`"${word}"`] : [])).join(',');

/** The sample's rows as the formulas read them. */
export function sampleRules(source: PolicySource): readonly SampleRule[] {
  const found: SampleRule[] = [];
  for (let rule = 1; rule <= POLICY_ROWS; rule++) {
    const component = String(source.value('component', rule) ?? '');
    if (component === '') break;
    const above = found.at(-1)?.component === component ? found.at(-1) : undefined;
    const rateNow = numberOf(source.value('rate', rule));
    found.push({
      component,
      number: above?.number ?? new Set(found.map((each) => each.component)).size + 1,
      threshold: numberOf(source.value('threshold', rule)),
      rate: rateNow,
      bonus: numberOf(source.value('bonus', rule)),
      tier: (above?.tier ?? 0) + 1,
      step: rateNow - (above?.rate ?? 0),
      carried: Object.fromEntries(
        CARRIED.map((field) => [field, plainValue(source.value(field, rule))]),
      ) as SampleRule['carried'],
    });
  }
  return found;
}

const plainValue = (cell: Cell): string | number =>
  typeof cell === 'number' ? cell : String(cell ?? '');

const numberOf = (cell: Cell): number =>
  typeof cell === 'number' ? cell : Number(String(cell ?? '0').replace('%+', '')) / 100;
