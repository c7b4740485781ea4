import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** One use of an Office.js member that the manifest's requirement sets do not promise. */
export interface ApiViolation {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly member: string;
  readonly set: string;
  readonly version: string;
}

export type RequirementSets = ReadonlyMap<string, string>;

/** The sets of a manifest's `<Requirements>`: an add-in is only offered where they are present. */
export function requirementSets(manifest: string): RequirementSets {
  const sets = [...manifest.matchAll(/<Set\s+Name="([^"]+)"(?:\s+MinVersion="([^"]+)")?\s*\/>/g)];
  return new Map(sets.map(([, name = '', version = '1.1']) => [name, version]));
}

const API_SET = /\[Api set: ([A-Za-z]+) (\d+(?:\.\d+)*)/;
const TYPES = /@types[\\/]office-js[\\/]/;

/**
 * Every use, in the given files, of a member above the sets, unless its function asks the host at
 * run time.
 */
export function apiViolations(
  files: readonly string[],
  options: ts.CompilerOptions,
  sets: RequirementSets,
): ApiViolation[] {
  const program = ts.createProgram([...files], options);
  const checker = program.getTypeChecker();
  const wanted = new Set(files.map((file) => ts.sys.resolvePath(file)));
  const found: ApiViolation[] = [];
  for (const source of program.getSourceFiles()) {
    if (!wanted.has(ts.sys.resolvePath(source.fileName))) continue;
    const visit = (node: ts.Node): void => {
      const api = apiOf(checker, node);
      if (api && !reaches(sets.get(api.set), api.version) && !isGuarded(node, api)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ file: source.fileName, line: line + 1, member: node.getText(), ...api });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

interface Api {
  readonly set: string;
  readonly version: string;
}

/** The requirement set that an identifier's declaration in the Office.js types names. */
function apiOf(checker: ts.TypeChecker, node: ts.Node): Api | null {
  // A type is gone by the time the code runs.
  if (!ts.isIdentifier(node) || ts.findAncestor(node, ts.isTypeNode)) return null;
  for (const declaration of symbolOf(checker, node)?.declarations ?? []) {
    if (!TYPES.test(declaration.getSourceFile().fileName)) continue;
    const match = API_SET.exec(
      ts
        .getJSDocCommentsAndTags(declaration)
        .map((doc) => doc.getText())
        .join('\n'),
    );
    // Outlook's set; the types name it on members that every host has, such as `event.completed()`.
    if (match?.[1] === 'Mailbox') continue;
    if (match) return { set: match[1] ?? '', version: match[2] ?? '' };
  }
  return null;
}

/** A name in an object literal stands for the property of the type that is expected there. */
function symbolOf(checker: ts.TypeChecker, node: ts.Identifier): ts.Symbol | undefined {
  const { parent } = node;
  if (
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) &&
    parent.name === node &&
    ts.isObjectLiteralExpression(parent.parent)
  ) {
    return checker.getContextualType(parent.parent)?.getProperty(node.text);
  }
  return checker.getSymbolAtLocation(node);
}

/**
 * Whether the nearest function asks `supports(set, version)` or `isSetSupported(set, version)` for
 * enough.
 */
function isGuarded(node: ts.Node, api: Api): boolean {
  const scope = ts.findAncestor(
    node,
    (each) =>
      ts.isFunctionDeclaration(each) ||
      ts.isMethodDeclaration(each) ||
      ts.isFunctionExpression(each) ||
      ts.isConstructorDeclaration(each),
  );
  let guarded = false;
  const look = (each: ts.Node): void => {
    if (
      ts.isCallExpression(each) &&
      /(^|\.)(supports|isSetSupported)$/.test(each.expression.getText())
    ) {
      const [set, version] = each.arguments.map((argument) =>
        ts.isStringLiteral(argument) ? argument.text : '',
      );
      guarded ||= set === api.set && reaches(version, api.version);
    }
    ts.forEachChild(each, look);
  };
  if (scope) look(scope);
  return guarded;
}

/** Whether version `have` is at least `want`; "1.13" is later than "1.9". */
export function reaches(have: string | undefined, want: string): boolean {
  if (have === undefined || have === '') return false;
  const a = have.split('.').map(Number);
  const b = want.split('.').map(Number);
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Files of `src` that speak of Excel or Office at all. */
export function officeFiles(folder: string): string[] {
  const files = ts.sys.readDirectory(folder, ['.ts', '.tsx']);
  return files.filter((file) =>
    /\b(Excel|Office|OfficeExtension|OfficeRuntime)\.[A-Za-z]|types="office-js"/.test(
      readFileSync(file, 'utf8'),
    ),
  );
}

export function compilerOptions(configFile: string): ts.CompilerOptions {
  const config = ts.readConfigFile(configFile, (path) => ts.sys.readFile(path));
  const parsed = ts.parseJsonConfigFileContent(
    config.config,
    ts.sys,
    configFile.replace(/[^\\/]*$/, '') || '.',
  );
  return { ...parsed.options, types: ['node', 'office-js'] };
}
