/** "'订单'!A12": a place for a link or a formula, whatever the sheet is called. */
export const cellReference = (sheet: string, address: string): string =>
  `'${sheet.replace(/'/g, "''")}'!${address}`;
