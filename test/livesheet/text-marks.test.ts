import { readFileSync } from 'node:fs';

interface Interceptor {
  readonly handler: (cell: unknown, at: unknown, next: (cell: unknown) => unknown) => unknown;
}

/** The grid's own, as far as they are needed: its code wants a page. */
const mockTaken: Interceptor[] = [];
jest.mock('@univerjs/preset-sheets-core', () => ({
  INTERCEPTOR_POINT: { CELL_CONTENT: 'content' },
  SheetInterceptorService: class {
    intercept(_: unknown, own: Interceptor): void {
      mockTaken.push(own);
    }
  },
}));

/** What the grid would ask of every text each time that it paints. */
const asked = jest.fn();
beforeAll(async () => {
  const { SheetInterceptorService } = await import('@univerjs/preset-sheets-core');
  await import('../../src/livesheet/text-marks.ts');
  const handler: Interceptor['handler'] = (cell, _, next) =>
    next({ marked: cell, disableForceStringMark: asked() as unknown });
  const service = new (
    SheetInterceptorService as unknown as new () => {
      intercept(at: unknown, own: Interceptor): void;
    }
  )();
  service.intercept('content', { handler });
  service.intercept('content', { handler: (cell, _, next) => next([cell]) });
});
beforeEach(() => asked.mockClear());

const painted = (v: unknown, which = 0): unknown =>
  mockTaken[which]?.handler('cell', { rawData: { v } }, (cell) => cell);

it.each(['268000', '12.5', '007', '20%', '1,234.56', '(5,000.00)', '¥58,000'])(
  'marks text that is a number: %s',
  (text) => {
    expect(painted(text)).toEqual({ marked: 'cell' });
  },
);

it.each(['2025-03-05', 'RR00000001', '客户7', '', undefined])('does not try %s', (text) => {
  expect(painted(text)).toBe('cell');
  expect(asked).not.toHaveBeenCalled();
});

it('leaves whatever else is painted alone', () => {
  expect(painted('客户7', 1)).toEqual(['cell']);
});

it('knows the mark of the grid by the setting that it asks for', () => {
  const built = readFileSync('node_modules/@univerjs/sheets-ui/lib/es/index.js', 'utf8');
  const around = /class ForceStringRenderController[\s\S]{0,4000}/.exec(built)?.[0];
  expect(around).toContain('.disableForceStringMark');
});
