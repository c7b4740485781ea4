/// <reference types="office-js" />
import { type Surroundings, talk } from './conversation.ts';

/**
 * Computes every formula anew, also those whose cells have not changed: what they rest on has.
 * While the user types it waits.
 */
export const recalculate = (surroundings: Surroundings): Promise<void> =>
  talk(surroundings, {}, async (conversation) => {
    await conversation.step(() =>
      conversation.context.workbook.application.calculate(Excel.CalculationType.full),
    );
  });
