/** What a chart is drawn of, in pixels from its upper left corner. */
export type Shape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
      /** Colour of its edge. */
      readonly line?: string;
    }
  | {
      readonly kind: 'line';
      /** x and y in turn. */
      readonly points: readonly number[];
      readonly color: string;
      readonly width: number;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the middle of the line. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold?: true;
      readonly color: string;
      readonly align: 'left' | 'center' | 'right';
    };

/** How wide a text is. */
export type Measure = (text: string, size: number) => number;

/** As much of a text as fits, with dots where something is missing. */
export function shortened(text: string, room: number, size: number, measure: Measure): string {
  if (measure(text, size) <= room) return text;
  const letters = [...text];
  let kept = letters.length;
  while (kept > 0 && measure(`${letters.slice(0, kept).join('')}…`, size) > room) kept -= 1;
  return kept === 0 ? '' : `${letters.slice(0, kept).join('')}…`;
}
