import { MOST_CELL_FORMATS } from '#domain/bounds.ts';
import { Refusal } from '#domain/refusal.ts';
import type { FileTrouble } from '#facts/files.ts';
import { decodeUtf8, encodeText } from '../xml/text.ts';
import { attribute, child, parseTree, type XmlNode } from '../xml/tree.ts';
import { ByteEdits, withPrefix, withoutPrefix } from '../edit/byte-edits.ts';
import { leastStyles, minimalStyles } from './minimal-styles.ts';
import { setAttribute } from './raw-element.ts';

/** In the order in which the part must list them. */
const SECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
type StyleSection = (typeof SECTIONS)[number];

/**
 * A style sheet to which entries are only ever added: what is there keeps its bytes and its number.
 */
export class StylesPart {
  private readonly bytes: Uint8Array;
  private readonly root: XmlNode;
  private readonly items = new Map<StyleSection, string[]>();
  private readonly indexes = new Map<StyleSection, Map<string, number>>();
  private readonly added = new Map<StyleSection, string[]>();
  private seeded = false;

  constructor(bytes: Uint8Array, part: string) {
    this.bytes = bytes;
    this.root = parseTree(bytes, part, 2);
  }

  static minimal(main: string, part: string): StylesPart {
    return new StylesPart(encodeText(minimalStyles(main)), part);
  }

  get prefix(): string {
    return this.root.prefix;
  }

  /** The entries of a section as they stand in the part, the added ones last. */
  list(section: StyleSection): readonly string[] {
    const known = this.items.get(section);
    if (known !== undefined) return known;
    const node = child(this.root, section);
    const items = (node?.children ?? []).map(({ start, end }) =>
      decodeUtf8(this.bytes.subarray(start, end)),
    );
    this.items.set(section, items);
    return items;
  }

  /**
   * What a style sheet that leaves sections out means by it. Without it the first entry that we
   * add would become number 0, the look of every cell that names none.
   */
  private seed(): void {
    if (this.seeded) return;
    this.seeded = true;
    for (const [section, entries] of Object.entries(leastStyles()) as [StyleSection, string[]][]) {
      const items = this.list(section) as string[];
      // The first two fills belong to Excel, whatever stands there: ours come behind them.
      const missing = section === 'fills' ? entries.slice(items.length) : entries;
      if (missing.length === 0 || (section !== 'fills' && items.length > 0)) continue;
      const raw = missing.map((entry) => withPrefix(entry, this.prefix));
      items.push(...raw);
      this.added.set(section, raw);
    }
  }

  /**
   * The number of this entry, added when no equal one is there. `raw` carries the part's prefix
   * already.
   */
  indexOfRaw(section: StyleSection, raw: string): number {
    this.seed();
    const items = this.list(section) as string[];
    let index = this.indexes.get(section);
    if (index === undefined) {
      index = new Map();
      for (const [i, item] of items.entries()) if (!index.has(item)) index.set(item, i);
      this.indexes.set(section, index);
    }
    const found = index.get(raw);
    if (found !== undefined) return found;
    index.set(raw, items.length);
    this.added.set(section, [...(this.added.get(section) ?? []), raw]);
    return items.push(raw) - 1;
  }

  indexOf(section: StyleSection, xml: string): number {
    return this.indexOfRaw(section, withPrefix(xml, this.prefix));
  }

  /** An entry without the part's prefix, fit to be put into another style sheet. */
  plain(section: StyleSection, index: number): string | undefined {
    const raw = this.list(section)[index];
    return raw === undefined ? undefined : withoutPrefix(raw, this.prefix);
  }

  /** A number format's id: the one that has this code, or a new one above all that are taken. */
  numberFormatId(code: string, escaped: string): number {
    let highest = 163;
    for (const raw of this.list('numFmts')) {
      const id = Number(/\snumFmtId\s*=\s*["'](\d+)/.exec(raw)?.[1] ?? 0);
      if (raw.includes(`formatCode="${escaped}"`)) return id;
      highest = Math.max(highest, id);
    }
    this.indexOf('numFmts', `<numFmt numFmtId="${highest + 1}" formatCode="${escaped}"/>`);
    return highest + 1;
  }

  /** The cell format `index` with another fill and everything else as it was. */
  withFill(index: number, fillId: number): number {
    const base =
      this.list('cellXfs')[index] ??
      this.list('cellXfs')[0] ??
      withPrefix('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', this.prefix);
    return this.indexOfRaw(
      'cellXfs',
      setAttribute(setAttribute(base, 'fillId', String(fillId)), 'applyFill', '1'),
    );
  }

  /** The cell format `index` with another number format and everything else as it was. */
  withNumberFormat(index: number, formatId: number): number {
    const base =
      this.list('cellXfs')[index] ??
      this.list('cellXfs')[0] ??
      withPrefix('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>', this.prefix);
    return this.indexOfRaw(
      'cellXfs',
      setAttribute(setAttribute(base, 'numFmtId', String(formatId)), 'applyNumberFormat', '1'),
    );
  }

  /** The part with the additions, or null when there are none. */
  save(): Uint8Array | null {
    if (this.added.size === 0) return null;
    if (this.list('cellXfs').length > MOST_CELL_FORMATS)
      throw new Refusal<FileTrouble>({ code: 'file.tooManyFormats' });
    const edits = new ByteEdits(this.bytes);
    const { root } = this;
    if (root.selfClosing) edits.replace(root.openEnd - 2, root.openEnd, '>');
    for (const section of SECTIONS) {
      const added = this.added.get(section);
      if (added !== undefined) this.extend(edits, section, added);
    }
    if (root.selfClosing) edits.insert(root.openEnd, `</${root.prefix}${root.name}>`);
    return edits.apply();
  }

  private extend(edits: ByteEdits, section: StyleSection, added: readonly string[]): void {
    const node = child(this.root, section);
    const total = this.list(section).length;
    if (node === undefined) {
      edits.insert(
        this.placeOf(section),
        `<${this.prefix}${section} count="${total}">${added.join('')}</${this.prefix}${section}>`,
      );
      return;
    }
    if (attribute(node, 'count') !== undefined) edits.setAttribute(node, 'count', String(total));
    if (node.selfClosing)
      edits.replace(
        node.openEnd - 2,
        node.openEnd,
        `>${added.join('')}</${node.prefix}${section}>`,
      );
    else edits.insert(node.contentEnd, added.join(''));
  }

  private placeOf(section: StyleSection): number {
    const before = SECTIONS.slice(0, SECTIONS.indexOf(section))
      .map((name) => child(this.root, name))
      .filter((node) => node !== undefined);
    return before.at(-1)?.end ?? this.root.openEnd;
  }
}
