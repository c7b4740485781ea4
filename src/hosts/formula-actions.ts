import { copyAsValues } from '#application/formulas/copy-as-values.ts';
import { repairFormulas } from '#application/formulas/repair-formulas.ts';
import type { Session } from '#application/session/session.ts';
import type { SheetFormulas } from '#application/formulas/sheet-formulas.ts';
import { columnName } from '#domain/sheet.ts';
import { formulaWords as english } from '#i18n/en-US/formulas.ts';
import { columnWords as englishColumns } from '#i18n/en-US/rebate-columns.ts';
import type { Language } from '#i18n/sentences.ts';
import { formulaWords as chinese } from '#i18n/zh-CN/formulas.ts';
import { columnWords as chineseColumns } from '#i18n/zh-CN/rebate-columns.ts';
import type { HostAction } from '#taskpane/pane-services.ts';

/**
 * What only a host with living formulas can offer in the pane's menu. Each answers what it did, or
 * rejects with a fact.
 */
export function formulaActions(
  formulas: SheetFormulas,
  session: Pick<Session, 'planColumns'>,
  check: () => Promise<void>,
): (language: Language) => readonly HostAction[] {
  return (language) => {
    const words = language === 'zh-CN' ? chinese : english;
    const columns = language === 'zh-CN' ? chineseColumns : englishColumns;
    return [
      {
        text: words.addColumns,
        act: async () => added(formulas, await session.planColumns(columns), words),
      },
      {
        text: words.repair,
        act: async () => words.repaired((await repairFormulas(formulas)).repaired),
      },
      {
        text: words.copyAsValues,
        act: async () => words.copied(await copyAsValues(formulas, columns.valuesSheet)),
      },
      { text: words.check, act: () => check().then(() => words.checked) },
    ];
  };
}

async function added(
  formulas: SheetFormulas,
  planned: Awaited<ReturnType<Session['planColumns']>>,
  words: typeof chinese,
): Promise<string> {
  if (!planned.ok) throw Object.assign(new Error(planned.error.code), { fact: planned.error });
  const { sheet, headerRow, columns } = planned.value;
  await formulas.addColumns(sheet, headerRow, columns);
  return words.added(
    sheet,
    columns.map(({ column }) => columnName(column)),
  );
}
