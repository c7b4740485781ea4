import { addContentTypes } from '../edit/content-types.ts';
import { addRelationship } from '../edit/add-relationship.ts';
import type { Dialect } from '../edit/dialect.ts';
import type { OfficePackage } from '../package.ts';
import { StylesPart } from './styles-part.ts';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

/** The workbook's style sheet; a workbook without one gets the least one, which looks the same. */
export function openStyles(
  pack: OfficePackage,
  workbook: string,
  dialect: Dialect,
): { readonly styles: StylesPart; save(): void } {
  const existing = pack
    .relationships(workbook)
    .find(({ kind, target }) => kind === 'styles' && pack.has(target))?.target;
  if (existing !== undefined) {
    const styles = new StylesPart(pack.read(existing), existing);
    return { styles, save: () => put(pack, existing, styles) };
  }
  const part = 'xl/styles.xml';
  const styles = StylesPart.minimal(dialect.main, part);
  return {
    styles,
    save: () => {
      if (!put(pack, part, styles)) return;
      addContentTypes(pack, [[part, TYPE]]);
      addRelationship(pack, workbook, `${dialect.relationships}/styles`, part);
    },
  };
}

function put(pack: OfficePackage, part: string, styles: StylesPart): boolean {
  const bytes = styles.save();
  if (bytes !== null) pack.write(part, bytes);
  return bytes !== null;
}
