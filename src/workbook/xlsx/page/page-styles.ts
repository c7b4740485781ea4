import { type Look, PAGE_LOOK, type Rule } from '#pages/page-look.ts';
import type { PageStyle } from '#pages/page.ts';
import { numberFormatId } from '../styles/format-style.ts';
import type { StylesPart } from '../styles/styles-part.ts';
import { solidFill } from '../styles/solid-fill.ts';
import { escapeText } from '../xml/text.ts';

/** The page's named styles as cell formats of a workbook, each added when it is first used. */
export class PageStyles {
  private readonly styles: StylesPart;
  private readonly typeface: string;
  private readonly indexes = new Map<string, number>();

  constructor(styles: StylesPart, font?: string) {
    this.styles = styles;
    this.typeface =
      font === undefined
        ? ownTypeface(styles)
        : `<name val="${escapeText(font)}"/><family val="2"/>`;
  }

  /** `quoted`: the text begins like a formula and stays text when somebody edits the cell. */
  index(style: PageStyle | undefined, quoted: boolean): number {
    const key = `${style ?? ''}${quoted ? "'" : ''}`;
    const known = this.indexes.get(key);
    if (known !== undefined) return known;
    const index = this.add(style === undefined ? {} : PAGE_LOOK[style], quoted);
    this.indexes.set(key, index);
    return index;
  }

  private add(look: Look, quoted: boolean): number {
    const { styles } = this;
    const format = look.numberFormat === undefined ? 0 : numberFormatId(styles, look.numberFormat);
    const font = styles.indexOf('fonts', this.fontXml(look));
    const fill = look.fill === undefined ? 0 : styles.indexOf('fills', solidFill(look.fill));
    const border =
      look.top === undefined && look.bottom === undefined
        ? 0
        : styles.indexOf('borders', borderXml(look));
    const align =
      look.align === undefined
        ? look.indent === undefined
          ? ''
          : ' horizontal="left"'
        : ` horizontal="${look.align}"`;
    return styles.indexOf(
      'cellXfs',
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" ` +
        `xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" ` +
        'applyFill="1" applyBorder="1" applyAlignment="1">' +
        `<alignment${align} ` +
        `vertical="center"${look.wrap === true ? ' wrapText="1"' : ''}` +
        `${look.indent === undefined ? '' : ` indent="${look.indent}"`}/>` +
        '</xf>',
    );
  }

  private fontXml(look: Look): string {
    return (
      `<font>${look.bold === true ? '<b/>' : ''}${look.italic === true ? '<i/>' : ''}` +
      `${look.underline === true ? '<u/>' : ''}<sz ` +
      `val="${look.size ?? 10}"/>` +
      `${look.color === undefined ? '' : `<color rgb="${argb(look.color)}"/>`}` +
      `${this.typeface}</font>`
    );
  }
}

export const argb = (color: string): string => `FF${color.replace('#', '').toUpperCase()}`;

const borderXml = ({ top, bottom }: Look): string =>
  `<border><left/><right/>${ruleXml('top', top)}${ruleXml('bottom', bottom)}<diagonal/></border>`;

const ruleXml = (side: string, rule: Rule | undefined): string =>
  rule === undefined
    ? `<${side}/>`
    : `<${side} style="${rule.weight}"><color rgb="${argb(rule.color)}"/></${side}>`;

/** Name, family, character set and theme role of the workbook's own font. */
function ownTypeface(styles: StylesPart): string {
  const own = styles.plain('fonts', 0) ?? '';
  const parts = ['name', 'family', 'charset', 'scheme'].map(
    (part) => new RegExp(`<${part}\\s[^>]*/>`).exec(own)?.[0] ?? '',
  );
  return parts[0] === '' ? '<name val="Calibri"/><family val="2"/>' : parts.join('');
}
