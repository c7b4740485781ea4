import type { SheetLook } from '#application/live/sheet-look.ts';
import type { Pump } from '../../paced-loop.ts';
import type { OfficePackage } from '../package.ts';
import { statedExtent } from '../read/sheet-extent.ts';
import type { SheetEntry, WorkbookParts } from '../read/workbook-part.ts';
import { LookReader } from './look-reader.ts';
import { readLooks } from './read-looks.ts';
import { themeColors } from './theme.ts';

/** Reads how a sheet looks, in one pass over its part. */
export async function readLook(
  pack: OfficePackage,
  parts: WorkbookParts,
  sheet: SheetEntry,
  pump: Pump,
): Promise<SheetLook> {
  const reader = new LookReader(sheet.part);
  await pump.run(
    pack.stream(sheet.part),
    (piece) => {
      reader.push(piece);
      return reader.rows;
    },
    statedExtent(pack, sheet.part)?.rows,
  );
  const { styles, workbook } = parts;
  const looks =
    styles === null ? [] : readLooks(pack.read(styles), styles, themeColors(pack, workbook));
  return reader.finish(looks);
}
