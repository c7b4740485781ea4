/// <reference types="office-js" />

/** Computes every formula anew, also those whose cells have not changed: what they rest on has. */
export async function recalculate(): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.application.calculate(Excel.CalculationType.full);
    await context.sync();
  });
}
