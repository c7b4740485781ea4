import { Decimal } from '#domain/money/decimal.ts';
import { type Fen, fenFromYuan } from '#domain/money/fen.ts';

/** Fen of "80000" or "80,000.00" yuan; undefined for anything else. */
export function yuanOf(text: string): Fen | undefined {
  const bare = text.replace(/[,\s¥￥]/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(bare) ? fenFromYuan(new Decimal(bare)) : undefined;
}
