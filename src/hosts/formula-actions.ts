import { Refusal } from '#domain/refusal.ts';
import { repairFormulas } from '#application/formulas/repair-formulas.ts';
import type { Session } from '#application/session/session.ts';
import { type SheetFormulas, copyAsValues } from '#application/formulas/sheet-formulas.ts';
import { columnName } from '#domain/sheet.ts';
import { formulaWords as english } from '#i18n/en-US/formulas.ts';
import { columnWords as englishColumns } from '#i18n/en-US/rebate-columns.ts';
import type { Language } from '#domain/language.ts';
import { formulaWords as chinese } from '#i18n/zh-CN/formulas.ts';
import { columnWords as chineseColumns } from '#i18n/zh-CN/rebate-columns.ts';
import type { HostAction, HostSteps } from '#taskpane/pane-services.ts';
import type { Startup } from './startup.ts';

/**
 * What only a host with living formulas can offer in the pane's menu. Each returns what it did, or
 * rejects with a fact.
 */
export function formulaActions(
  formulas: SheetFormulas,
  session: Pick<Session, 'planColumns'>,
  check: (steps: HostSteps) => Promise<string>,
  startup: Startup,
): (language: Language) => readonly HostAction[] {
  return (language) => {
    const words = language === 'zh-CN' ? chinese : english;
    const columns = language === 'zh-CN' ? chineseColumns : englishColumns;
    return [
      {
        text: words.addColumns,
        act: async (steps) => ({
          text: await added(formulas, await session.planColumns(columns), words, steps),
        }),
      },
      {
        text: words.repair,
        act: async (steps) => ({
          text: words.repaired((await repairFormulas(formulas, steps)).repaired),
        }),
      },
      {
        text: words.copyAsValues,
        act: async (steps) => ({
          text: words.copied(await copyAsValues(formulas, columns.valuesSheet, steps)),
        }),
      },
      {
        text: words.check,
        act: async (steps) => ({ text: words.checked, report: await check(steps) }),
      },
      {
        text: words.startup,
        act: async () => ({ text: (await startup.toggle()) ? words.startsOn : words.startsOff }),
      },
    ];
  };
}

async function added(
  formulas: SheetFormulas,
  planned: Awaited<ReturnType<Session['planColumns']>>,
  words: typeof chinese,
  steps: HostSteps,
): Promise<string> {
  if (!planned.ok) throw new Refusal(planned.error);
  const { sheet, headerRow, columns } = planned.value;
  await formulas.addColumns(sheet, headerRow, columns, steps);
  return words.added(
    sheet,
    columns.map(({ column }) => columnName(column)),
  );
}
