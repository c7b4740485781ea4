import { ADDIN_ID, DEVELOPMENT_ADDRESS, DEVELOPMENT_ID, ENGLISH_LOCALES } from './manifest.ts';
import { structureProblems } from './manifest-structure.ts';
import { type XmlElement, descendants, parseXml } from './xml-elements.ts';

/**
 * What is wrong with a manifest: its elements, and what no schema can see. One sentence a problem;
 * none when all is well.
 */
export interface LintContext {
  /** Address of the host it is meant for, slash at the end. */
  readonly address: string;
  /** Paths below the address that the host serves. */
  readonly served: ReadonlySet<string>;
  /** Width and height of a PNG that is served. */
  readonly imageSize: (path: string) => readonly [number, number];
  /** Names of the ribbon commands that the page registers. */
  readonly commands: ReadonlySet<string>;
}

const LIMITS: Readonly<Record<string, number>> = {
  'bt:ShortStrings': 125,
  'bt:LongStrings': 250,
  'bt:Urls': 2048,
  'bt:Images': 2048,
};
const NEEDED_SETS: Readonly<Record<string, string>> = {
  SharedRuntime: '1.1',
  CustomFunctionsRuntime: '1.3',
  ExcelApi: '1.13',
};
const NEEDED_ICONS = ['16', '32', '80'];

export function manifestProblems(source: string, context: LintContext): readonly string[] {
  const root = parseXml(source);
  const all = [...descendants(root)];
  return [
    ...resourceProblems(all),
    ...addressProblems(all, context),
    ...iconProblems(root, all, context),
    ...structureProblems(root),
    ...languageProblems(root, all),
    ...functionProblems(all),
    ...commandProblems(all, context),
    ...identityProblems(root, context),
  ];
}

function resourceProblems(all: readonly XmlElement[]): readonly string[] {
  const groups = all.filter(({ name }) => name in LIMITS);
  const entries = groups.flatMap((group) =>
    group.children.map((entry) => ({ group: group.name, entry })),
  );
  const ids = entries.map(({ entry }) => entry.attributes.id ?? '');
  const used = all.flatMap(({ attributes }) => attributes.resid ?? []);
  return [
    ...[...new Set(used)]
      .filter((resid) => !ids.includes(resid))
      .map((resid) => `resid "${resid}" is in no resource.`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `Resource "${id}" is used nowhere.`),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `Resource "${id}" is there twice.`),
    ...ids
      .filter((id) => id === '' || id.length > 32)
      .map((id) => `Resource id "${id}" must have 1 to 32 characters.`),
    ...entries.flatMap(({ group, entry }) =>
      valuesOf(entry)
        .filter((value) => value === '' || value.length > (LIMITS[group] as number))
        .map(
          (value) =>
            `"${value.slice(0, 30)}…" in ${group} has ${value.length} characters; 1 to ` +
            `${LIMITS[group]} are allowed.`,
        ),
    ),
  ];
}

function addressProblems(
  all: readonly XmlElement[],
  { address, served }: LintContext,
): readonly string[] {
  const urls = all
    .flatMap((element) => [...valuesOf(element), element.text])
    .filter((value) => /^\w+:\/\//.test(value));
  return [...new Set(urls)].flatMap((url) => {
    if (!url.startsWith('https://')) return [`${url} is not https.`];
    if (url === new URL(address).origin) return [];
    if (!url.startsWith(address)) return [`${url} is not below ${address}.`];
    return served.has(url.slice(address.length)) ? [] : [`${url} is not in the build.`];
  });
}

function iconProblems(
  root: XmlElement,
  all: readonly XmlElement[],
  { address, served, imageSize }: LintContext,
): readonly string[] {
  const images = new Map(
    all
      .filter(({ name }) => name === 'bt:Image')
      .map(({ attributes }) => [attributes.id, attributes.DefaultValue]),
  );
  const uses = all
    .filter(({ name, attributes }) => name === 'bt:Image' && attributes.resid !== undefined)
    .map(({ attributes }) => ({
      url: images.get(attributes.resid) ?? '',
      size: Number(attributes.size),
    }));
  const heads = (
    [
      ['IconUrl', 32],
      ['HighResolutionIconUrl', 64],
    ] as const
  ).map(([name, size]) => ({
    url: root.children.find((child) => child.name === name)?.attributes.DefaultValue ?? '',
    size,
  }));
  const wrong = [...uses, ...heads].flatMap(({ url, size }) => {
    const path = url.slice(address.length);
    if (!served.has(path)) return [`The icon ${url} of ${size} px is not in the build.`];
    const [width, height] = imageSize(path);
    return width === size && height === size
      ? []
      : [`${url} is ${width}×${height}, wanted ${size}×${size}.`];
  });
  const incomplete = all
    .filter(({ name }) => name === 'Icon')
    .flatMap((icon) =>
      NEEDED_ICONS.filter(
        (size) => !icon.children.some(({ attributes }) => attributes.size === size),
      ).map((size) => `An Icon has no image of ${size} px.`),
    );
  return [...new Set([...wrong, ...incomplete])];
}

/**
 * Chinese is the default; every text and address a person meets has its override for English of
 * every region, all alike, and no language is told twice.
 */
function languageProblems(root: XmlElement, all: readonly XmlElement[]): readonly string[] {
  const locale = root.children.find(({ name }) => name === 'DefaultLocale')?.text ?? '';
  const texts = all
    .filter(
      ({ name, children }) =>
        ['bt:String', 'DisplayName', 'Description'].includes(name) ||
        children.some((child) => child.name.endsWith('Override')),
    )
    .filter(({ attributes }) => attributes.DefaultValue !== undefined);
  return [
    ...(locale === 'zh-CN' ? [] : [`DefaultLocale is ${locale}, not zh-CN.`]),
    ...texts.flatMap(({ name, attributes, children }) => {
      const locales = children.map((override) => override.attributes.Locale);
      const values = new Set(children.map((override) => override.attributes.Value));
      return String(locales) === String(ENGLISH_LOCALES) && values.size === 1
        ? []
        : [
            `${attributes.id ?? name} needs one override, the same, for each of ` +
              `${ENGLISH_LOCALES.join(', ')}.`,
          ];
    }),
  ];
}

function functionProblems(all: readonly XmlElement[]): readonly string[] {
  const sets = new Map(
    all
      .filter(({ name }) => name === 'Set')
      .map(({ attributes }) => [attributes.Name, attributes.MinVersion]),
  );
  const pages = all
    .filter(({ name }) => ['Runtime', 'FunctionFile'].includes(name))
    .map(({ attributes }) => attributes.resid)
    .concat(
      all
        .filter(({ name }) => ['Page', 'Action'].includes(name))
        .flatMap(({ children }) => children.flatMap(({ attributes }) => attributes.resid ?? [])),
    );
  return [
    ...(all.some(({ name }) => name === 'Namespace')
      ? ['A Namespace element would put a prefix before every function name.']
      : []),
    ...Object.entries(NEEDED_SETS)
      .filter(([name, version]) => sets.get(name) !== version)
      .map(([name, version]) => `The requirement ${name} ${version} is missing.`),
    ...(new Set(pages).size === 1
      ? []
      : [
          'Runtime, Page, FunctionFile and ShowTaskpane must be the same page to share one ' +
            'runtime.',
        ]),
  ];
}

function commandProblems(all: readonly XmlElement[], { commands }: LintContext): readonly string[] {
  const called = all.filter(({ name }) => name === 'FunctionName').map(({ text }) => text);
  const ids = all
    .filter(({ name }) => name === 'Control' || name === 'Group')
    .map(({ attributes }) => attributes.id ?? '');
  return [
    ...called
      .filter((name) => !commands.has(name))
      .map((name) => `The page has no command "${name}".`),
    ...[...commands]
      .filter((name) => !called.includes(name))
      .map((name) => `No button runs "${name}".`),
    ...ids
      .filter((id, index) => ids.indexOf(id) !== index)
      .map((id) => `Two controls have the id "${id}".`),
  ];
}

function identityProblems(root: XmlElement, { address }: LintContext): readonly string[] {
  const id = root.children.find(({ name }) => name === 'Id')?.text;
  const wanted = address === DEVELOPMENT_ADDRESS ? DEVELOPMENT_ID : ADDIN_ID;
  const version = root.children.find(({ name }) => name === 'Version')?.text ?? '';
  return [
    ...(id === wanted ? [] : [`The Id for ${address} is ${wanted}, not ${id}.`]),
    ...(/^\d{1,5}(\.\d{1,5}){1,3}$/.test(version) ? [] : [`"${version}" is not a version.`]),
  ];
}

const valuesOf = ({ attributes, children }: XmlElement): readonly string[] =>
  [
    attributes.DefaultValue,
    ...children
      .filter(({ name }) => name.endsWith('Override'))
      .map((override) => override.attributes.Value),
  ].filter((value) => value !== undefined);
