import { pattern } from '#domain/pattern.ts';
/**
 * An element of a small XML file that we wrote ourselves: no entities beyond the five, no CDATA.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, trimmed. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const TOKEN = pattern('g')`
  <!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>
  |[^<]+|<
`;

/** The root element. Throws with the place when the text is not well-formed. */
export function parseXml(source: string): XmlElement {
  const root: OpenElement = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenElement[] = [root];
  for (const match of source.matchAll(TOKEN)) {
    const [token, closing, name = '', attributes = '', selfClosing] = match;
    const parent = open.at(-1) as OpenElement;
    if (token.startsWith('<!--') || token.startsWith('<?')) continue;
    if (token === '<') throw new Error(`Not well-formed at character ${match.index}`);
    if (!token.startsWith('<')) parent.text += token.trim();
    else if (closing === '/') {
      if (parent.name !== name || open.length === 1)
        throw new Error(`</${name}> at character ${match.index} closes nothing`);
      open.pop();
    } else {
      const element: OpenElement = {
        name,
        attributes: readAttributes(attributes),
        children: [],
        text: '',
      };
      parent.children.push(element);
      if (selfClosing !== '/') open.push(element);
    }
  }
  const [only, ...more] = root.children;
  if (only === undefined || more.length > 0 || open.length !== 1)
    throw new Error('Not one complete root element');
  return only;
}

const readAttributes = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)].map(([, name, value]) => [
      name as string,
      unescapeXml(value as string),
    ]),
  );

const unescapeXml = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name] as string,
  );

/** Every element below this one, itself included, in document order. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* descendants(child);
}
