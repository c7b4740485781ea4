import { SPECS } from '#functions/specs.ts';
import * as english from '#i18n/en-US/function-texts.ts';
import * as chinese from '#i18n/zh-CN/function-texts.ts';
import { argumentNames as englishNames } from '#i18n/en-US/functions.ts';
import { argumentNames as chineseNames } from '#i18n/zh-CN/functions.ts';
import { escape, goTo, gridIsThere } from './grid.ts';
import { Stage } from './stage.ts';

/** What the sheet says of our functions while somebody types one of them. */
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const TEXTS = {
  'zh-CN': { ...chinese, names: chineseNames },
  'en-US': { ...english, names: englishNames },
} as const;

describe.each(['zh-CN', 'en-US'] as const)('while a function is typed: %s', (language) => {
  const { functionTexts, argumentTexts, names } = TEXTS[language];

  it('offers every function with what it does', async () => {
    const { page, errors } = await stage.page({ language, live: true });
    await gridIsThere(page);
    await goTo(page, 'R2');
    await page.keyboard.type('=REBATE_');
    for (const { id } of SPECS) {
      const offered = page.getByRole('listitem').filter({ hasText: id }).first();
      await offered.getByText(functionTexts[id].summary).waitFor();
    }
    expect(errors).toEqual([]);
  });

  it('tells its arguments with an example, and goes at Escape', async () => {
    const { page, errors } = await stage.page({ language, live: true });
    await gridIsThere(page);
    for (const { id, parameters } of SPECS) {
      await goTo(page, 'R2');
      await page.keyboard.type(`=${id}(`);
      const said = parameters.map(({ name, optional }) =>
        optional === true ? `[${names[name]}]` : names[name],
      );
      const help = page
        .locator('[class*="univer-w-"]')
        .filter({ hasText: `${id}(${said.join()})` });
      const text = functionTexts[id];
      await help.getByText(text.summary).first().waitFor();
      const shown = await help.first().innerText();
      for (const { name } of parameters)
        expect(shown).toContain(text.parameters?.[name] ?? argumentTexts[name]);
      expect(shown).not.toContain(',,');
      await escape(page, help);
    }
    expect(errors).toEqual([]);
  });
});
