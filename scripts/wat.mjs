/**
 * As much of WebAssembly's text format as `src/workbook/csv/scan-records.wat` is written in: one
 * imported memory, functions with named parameters and locals, folded instructions, labels.
 */
const I32 = 0x7f;
const TYPES = new Map([
  ['i32', I32],
  ['i64', 0x7e],
  ['v128', 0x7b],
]);

/** Instructions without an argument of their own. */
const PLAIN = new Map([
  ...Object.entries({
    unreachable: [0x00],
    return: [0x0f],
    'i32.eqz': [0x45],
    'i32.eq': [0x46],
    'i32.ne': [0x47],
    'i32.lt_u': [0x49],
    'i32.gt_u': [0x4b],
    'i32.le_u': [0x4d],
    'i32.ge_u': [0x4f],
    'i32.ctz': [0x68],
    'i32.add': [0x6a],
    'i32.sub': [0x6b],
    'i32.mul': [0x6c],
    'i32.and': [0x71],
    'i32.or': [0x72],
    'i32.xor': [0x73],
    'i32.shl': [0x74],
    'i64.mul': [0x7e],
    'i64.and': [0x83],
    'i64.xor': [0x85],
    'i64.shr_u': [0x88],
    'i32.wrap_i64': [0xa7],
    'i64.extend_i32_u': [0xad],
    'i8x16.splat': [0xfd, 0x0f],
    'i8x16.eq': [0xfd, 0x23],
    'v128.or': [0xfd, 0x50],
    'v128.any_true': [0xfd, 0x53],
    'i8x16.bitmask': [0xfd, 0x64],
  }),
]);
const OF_MEMORY = new Map([
  ['i32.load', [0x28]],
  ['i64.load', [0x29]],
  ['i32.load8_u', [0x2d]],
  ['i32.store', [0x36]],
  ['v128.load', [0xfd, 0x00]],
]);
const OF_LOCALS = new Map([
  ['local.get', 0x20],
  ['local.set', 0x21],
  ['local.tee', 0x22],
]);

/** The module that a text means. */
export function assemble(text) {
  const [[, ...fields]] = lists(text);
  const memory = fields.find(([kind]) => kind === 'import');
  const functions = fields.filter(([kind]) => kind === 'func').map(declared);
  const names = new Map(functions.map(({ name }, index) => [name, index]));
  const [, module, field, [, least, most]] = memory;
  return new Uint8Array([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(
      1,
      functions.map(({ params, result }) => [0x60, ...vector(params), ...result]),
    ),
    // 3: shared, with a most.
    ...section(2, [
      [...name(module), ...name(field), 0x02, 0x03, ...unsigned(+least), ...unsigned(+most)],
    ]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.flatMap((each, index) =>
        each.exported === undefined ? [] : [[...name(each.exported), 0x00, ...unsigned(index)]],
      ),
    ),
    ...section(
      10,
      functions.map((each) => sized(bodyOf(each, names))),
    ),
  ]);
}

/** Lists of words and lists; comments run from ;; to the end of their line. */
function lists(text) {
  const words = text.replace(/;;.*/g, '').match(/[()]|"[^"]*"|[^\s()]+/g);
  const open = [[]];
  for (const word of words)
    if (word === '(') open.push([]);
    else if (word === ')') open.at(-2).push(open.pop());
    else open.at(-1).push(word.replaceAll('"', ''));
  return open[0];
}

function declared([, name, ...rest]) {
  const of = (kind) => rest.filter((each) => Array.isArray(each) && each[0] === kind);
  const named = [...of('param'), ...of('local')];
  const result = of('result').map(([, type]) => TYPES.get(type));
  return {
    name,
    exported: of('export')[0]?.[1],
    params: of('param').map(([, , type]) => [TYPES.get(type)]),
    result: vector(result.map((type) => [type])),
    locals: of('local').map(([, , type]) => [0x01, TYPES.get(type)]),
    places: new Map(named.map(([, word], index) => [word, index])),
    body: rest.filter(([kind]) => !['export', 'param', 'result', 'local'].includes(kind)),
  };
}

function bodyOf({ locals, places, body }, functions) {
  const known = (map, word) => {
    if (!map.has(word)) throw new Error(`What is ${word}?`);
    return map.get(word);
  };
  const all = (nodes, labels) => nodes.flatMap((node) => code(node, labels));
  const block = (opcode, label, nodes, labels) => [
    ...[opcode, 0x40, ...all(nodes, [label, ...labels]), 0x0b],
  ];
  const code = ([word, ...rest], labels) => {
    if (word === 'block') return block(0x02, rest[0], rest.slice(1), labels);
    if (word === 'loop') return block(0x03, rest[0], rest.slice(1), labels);
    if (word === 'if') {
      const [condition, [, ...yes], [, ...no] = ['else']] = rest;
      const inside = ['', ...labels];
      const other = no.length === 0 ? [] : [0x05, ...all(no, inside)];
      return [...code(condition, labels), 0x04, 0x40, ...all(yes, inside), ...other, 0x0b];
    }
    if (word === 'br' || word === 'br_if') {
      const depth = labels.indexOf(rest[0]);
      if (depth < 0) throw new Error(`Where is ${rest[0]}?`);
      return [...all(rest.slice(1), labels), word === 'br' ? 0x0c : 0x0d, ...unsigned(depth)];
    }
    if (word === 'call')
      return [...all(rest.slice(1), labels), 0x10, ...unsigned(known(functions, rest[0]))];
    if (word === 'i32.const') return [0x41, ...signed(BigInt(rest[0]))];
    if (word === 'i64.const') return [0x42, ...signed(BigInt.asIntN(64, BigInt(rest[0])))];
    if (OF_LOCALS.has(word))
      return [
        ...all(rest.slice(1), labels),
        ...[OF_LOCALS.get(word), ...unsigned(known(places, rest[0]))],
      ];
    if (OF_MEMORY.has(word)) {
      const offset = /^offset=(\d+)$/.exec(rest[0]);
      const nodes = offset === null ? rest : rest.slice(1);
      // 0: no place is said to be even.
      const where = [0x00, ...unsigned(Number(offset?.[1] ?? 0))];
      return [...all(nodes, labels), ...OF_MEMORY.get(word), ...where];
    }
    return [...all(rest, labels), ...known(PLAIN, word)];
  };
  return [...vector(locals), ...all(body, ['']), 0x0b];
}

const section = (id, entries) => [id, ...sized(vector(entries))];
const vector = (entries) => [...unsigned(entries.length), ...entries.flat()];
const sized = (bytes) => [...unsigned(bytes.length), ...bytes];
const name = (text) => sized([...Buffer.from(text)]);

function unsigned(number) {
  const bytes = [];
  for (let rest = number; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest < 128 ? 0 : 128));
    if (rest < 128) return bytes;
  }
}

function signed(number) {
  const bytes = [];
  for (let rest = number; ; rest >>= 7n) {
    const seven = Number(rest & 127n);
    const isLast = rest < 64n && rest >= -64n;
    bytes.push(seven + (isLast ? 0 : 128));
    if (isLast) return bytes;
  }
}
