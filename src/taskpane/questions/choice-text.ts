import type { QuestionChoice } from '#domain/ledger/ledger.ts';
import type { Speech } from '../speech.tsx';

/** A choice as its button says it. */
export function choiceText(choice: QuestionChoice, speech: Speech): string {
  const { words, yuan, day, category } = speech;
  switch (choice.kind) {
    case 'amount':
      return words.questions.amount(yuan(choice.amount));
    case 'date':
      return day(choice.date);
    case 'category':
      return category(choice.category);
    case 'status':
      return words.questions.status[choice.status];
    case 'take-back':
      return words.questions.takeBack;
    case 'keep':
      return words.questions.keep;
    case 'leave-out':
      return words.questions.leaveOut;
  }
}
