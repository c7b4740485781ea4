import {
  ELEMENTS,
  type ElementRule,
  type Times,
  VALUES,
  type ValueKind,
} from './manifest-elements.ts';
import type { XmlElement } from './xml-elements.ts';

const LEAST: Readonly<Record<Times, number>> = { '1': 1, '?': 0, '+': 1, '*': 0 };
const MOST: Readonly<Record<Times, number>> = { '1': 1, '?': 1, '+': Infinity, '*': Infinity };

/**
 * Whether every element is one that belongs there, as often as it may, in its order, with its
 * attributes and a value of the right kind: Excel drops an add-in that differs without a word. One
 * sentence a problem.
 */
export const structureProblems = (root: XmlElement): readonly string[] =>
  problemsOf(root, 'OfficeApp', root.name);

function problemsOf(element: XmlElement, wanted: string, path: string): readonly string[] {
  const type = element.attributes['xsi:type'];
  const rule = ELEMENTS[type === undefined ? wanted : `${wanted}:${type}`];
  if (rule === undefined)
    return [`${path} ${type === undefined ? 'needs an xsi:type' : `cannot be a ${type}`}.`];
  return [
    ...attributeProblems(element, rule, path),
    ...textProblems(element, rule, path),
    ...childProblems(element, rule, path),
  ];
}

function attributeProblems(
  { attributes }: XmlElement,
  rule: ElementRule,
  path: string,
): readonly string[] {
  const allowed = new Map(
    Object.entries(rule.attributes ?? {}).map(([name, kind]) => [name.replace('?', ''), kind]),
  );
  const needed = Object.keys(rule.attributes ?? {}).filter((name) => !name.endsWith('?'));
  return [
    ...needed
      .filter((name) => attributes[name] === undefined)
      .map((name) => `${path} has no ${name}.`),
    ...Object.entries(attributes)
      .filter(([name]) => name !== 'xsi:type')
      .flatMap(([name, value]) => {
        const kind = allowed.get(name);
        if (kind === undefined) return [`${path} cannot have ${name}.`];
        return valueProblems(value, kind, `${path} ${name}`);
      }),
  ];
}

function textProblems({ text }: XmlElement, rule: ElementRule, path: string): readonly string[] {
  if (rule.text !== undefined) return valueProblems(text, rule.text, path);
  return text === '' ? [] : [`${path} cannot hold the text "${text}".`];
}

const valueProblems = (value: string, kind: ValueKind, place: string): readonly string[] =>
  VALUES[kind].test(value) ? [] : [`${place}: "${value.slice(0, 40)}" is no ${kind}.`];

function childProblems(element: XmlElement, rule: ElementRule, path: string): readonly string[] {
  const allowed = rule.children ?? [];
  const names = element.children.map(({ name }) => name);
  const order = allowed.map(([name]) => name);
  const isOrdered = names.every(
    (name, at) => at === 0 || order.indexOf(name) >= order.indexOf(names[at - 1] as string),
  );
  return [
    ...allowed.flatMap(([name, times]) => {
      const count = names.filter((each) => each === name).length;
      if (count < LEAST[times]) return [`${path} has no ${name}.`];
      return count > MOST[times] ? [`${path} has ${count} of ${name}.`] : [];
    }),
    ...(isOrdered ? [] : [`The children of ${path} must come in the order ${order.join(', ')}.`]),
    ...element.children.flatMap((child) => {
      const known = allowed.find(([name]) => name === child.name);
      if (known === undefined) return [`${child.name} does not belong into ${path}.`];
      return problemsOf(child, known[2] ?? child.name, `${path}/${child.name}`);
    }),
  ];
}
