import type { Question, QuestionChoice } from '#domain/ledger/ledger.ts';
import { day, yuan } from '#i18n/format.ts';
import { say } from '#i18n/say/say.ts';
import { cellReference } from '../cell-reference.ts';
import { linked, text } from './cells.ts';
import type { Draft } from './review-input.ts';
import { headers, quiet, section } from './section.ts';
import { lineHeight } from '../text-height.ts';

const SHOWN = 60;

/** Rows that wait for an answer: where, what stands there, what it could mean. */
export function questions(draft: Draft): void {
  const { canvas, words, input } = draft;
  section(canvas, words.sections.questions);
  const open = input.ledger.questions;
  if (open.length === 0) return void quiet(canvas, words.empty.questions);
  const { columns } = words;
  const head = headers(
    canvas,
    [columns.cell, columns.typed, columns.question, null, null, null, null, columns.choices],
    Array.from({ length: 10 }, () => 'header' as const),
  );
  canvas.span(head, 3, 5);
  canvas.span(head, 8, 3);
  for (const question of open.slice(0, SHOWN)) questionRow(draft, question);
  if (open.length > SHOWN) canvas.wide(words.notOpen(open.length), 'note');
}

function questionRow(draft: Draft, question: Question): void {
  const { canvas, options } = draft;
  const sentence = say(question.fact, options.language);
  const choices = question.choices.map((choice) => choiceText(draft, choice)).join(' · ');
  const isCell = /^[A-Z]{1,3}\d+$/.test(question.cell);
  const row = canvas.row(
    [
      linked(
        isCell
          ? `${question.sheet}!${question.cell}`
          : `${question.sheet} ${question.row} ${question.cell}`,
        isCell ? cellReference(question.sheet, question.cell) : undefined,
      ),
      text(question.typed, 'wrapped'),
      text(sentence, 'wrapped'),
      null,
      null,
      null,
      null,
      text(choices, 'wrapped'),
    ],
    {
      height: lineHeight([
        { text: sentence, width: canvas.widthOf(3, 5) },
        { text: choices, width: canvas.widthOf(8, 3) },
        { text: question.typed, width: canvas.widthOf(2, 1) },
      ]),
    },
  );
  canvas.span(row, 3, 5);
  canvas.span(row, 8, 3);
}

function choiceText({ words }: Draft, choice: QuestionChoice): string {
  switch (choice.kind) {
    case 'amount':
      return yuan(choice.amount);
    case 'date':
      return day(choice.date);
    case 'category':
      return choice.category;
    case 'status':
      return words.choiceStatus[choice.status];
    case 'take-back':
      return words.choiceTakeBack;
    case 'id':
      return choice.orderId;
    case 'keep':
      return words.choiceKeep;
    case 'leave-out':
      return words.choiceLeaveOut;
  }
}
