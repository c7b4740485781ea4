import { join } from 'node:path';
import ts from 'typescript';
import type { AnyFact } from '#facts/any-fact.ts';
import { Decimal } from '#domain/money/decimal.ts';

/** Values of the domain's own types, by the name of the type. */
const NAMED: Readonly<Record<string, readonly unknown[]>> = {
  Fen: [123_456, -5, 0],
  LocalDate: [20_089],
  Decimal: [new Decimal('0.065')],
};
const DEEPEST = 5;

/**
 * Facts as their types allow them, made from the source of `AnyFact` itself: each code with every
 * choice that a detail offers, taken one detail at a time.
 */
export function sampleFacts(): readonly AnyFact[] {
  const root = join(__dirname, '../..');
  const file = join(root, 'src/facts/any-fact.ts');
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config as object;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file) as ts.SourceFile;
  const alias = source.statements.find(
    (each): each is ts.TypeAliasDeclaration =>
      ts.isTypeAliasDeclaration(each) && each.name.text === 'AnyFact',
  ) as ts.TypeAliasDeclaration;
  const union = checker.getTypeAtLocation(alias) as ts.UnionType;
  return union.types.flatMap((type) => samples(type, checker, source, 0)) as readonly AnyFact[];
}

function samples(
  type: ts.Type,
  checker: ts.TypeChecker,
  at: ts.Node,
  depth: number,
): readonly unknown[] {
  if (depth > DEEPEST) return [];
  const own = NAMED[(type.aliasSymbol ?? type.symbol)?.name ?? ''];
  if (own) return own;
  if (type.isUnion()) {
    // A fact inside a fact inside a fact: one of each kind is enough there.
    const members = depth > 1 ? type.types.slice(0, 1) : type.types;
    return members.flatMap((each) => samples(each, checker, at, depth));
  }
  if (type.isIntersection() && type.types.some(isNumber)) return NAMED.Fen as readonly number[];
  if (type.getCallSignatures().length > 0) return [() => 'Text'];
  if (type.isStringLiteral() || type.isNumberLiteral()) return [type.value];
  if (type.flags & ts.TypeFlags.BooleanLiteral) return [checker.typeToString(type) === 'true'];
  if (type.flags & ts.TypeFlags.Null) return [null];
  if (type.flags & ts.TypeFlags.Undefined) return [undefined];
  if (type.flags & ts.TypeFlags.String) return ['Text'];
  if (type.flags & ts.TypeFlags.Number) return [3, 1];
  if (type.flags & ts.TypeFlags.TemplateLiteral) return ['Text'];
  const inner = (each: ts.Type): readonly unknown[] => samples(each, checker, at, depth + 1);
  if (checker.isTupleType(type))
    return [checker.getTypeArguments(type as ts.TypeReference).map((each) => inner(each)[0])];
  if (checker.isArrayType(type)) {
    const [item] = checker.getTypeArguments(type as ts.TypeReference);
    const items = item ? inner(item) : [];
    return [items.slice(0, 1), items];
  }
  if (type.getProperty('entries') && type.getProperty('has')) return [new Map()];
  return objects(type, checker, at, inner);
}

/** The object with the first choice everywhere, then one for each other choice of one detail. */
function objects(
  type: ts.Type,
  checker: ts.TypeChecker,
  at: ts.Node,
  inner: (type: ts.Type) => readonly unknown[],
): readonly object[] {
  const choices = type
    .getProperties()
    .map((each) => [each.name, inner(checker.getTypeOfSymbolAtLocation(each, at))] as const);
  const first = Object.fromEntries(choices.map(([name, [value]]) => [name, value]));
  return [
    first,
    ...choices.flatMap(([name, [, ...others]]) =>
      others.map((value) => ({ ...first, [name]: value })),
    ),
  ];
}

const isNumber = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Number) !== 0;
