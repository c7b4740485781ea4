import type { UniverRenderingContext } from '@univerjs/preset-sheets-core';
import type { Measure, Shape } from './shape.ts';

const FONT = '"Segoe UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif';

const fontOf = (size: number, bold: boolean): string => `${bold ? '600 ' : ''}${size}px ${FONT}`;

/** How wide a text comes out on this canvas. */
export const measureOn =
  (context: UniverRenderingContext): Measure =>
  (text, size) => {
    context.font = fontOf(size, false);
    return context.measureText(text).width;
  };

/** Paints shapes from a place on; the context turns their colours for a dark page. */
export function paint(
  context: UniverRenderingContext,
  shapes: readonly Shape[],
  left: number,
  top: number,
): void {
  context.save();
  context.translate(left, top);
  for (const shape of shapes) paintShape(context, shape);
  context.restore();
}

function paintShape(context: UniverRenderingContext, shape: Shape): void {
  if (shape.kind === 'box') {
    context.fillStyle = shape.color;
    context.fillRect(shape.x, shape.y, shape.width, shape.height);
    if (shape.line === undefined) return;
    context.strokeStyle = shape.line;
    context.lineWidth = 1;
    context.strokeRect(shape.x + 0.5, shape.y + 0.5, shape.width - 1, shape.height - 1);
  } else if (shape.kind === 'line') {
    const [x = 0, y = 0, toX = 0, toY = 0] = shape.points;
    context.strokeStyle = shape.color;
    context.lineWidth = shape.width;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
  } else {
    context.fillStyle = shape.color;
    context.font = fontOf(shape.size, shape.bold === true);
    context.textAlign = shape.align;
    context.textBaseline = 'middle';
    context.fillText(shape.text, shape.x, shape.y);
  }
}
