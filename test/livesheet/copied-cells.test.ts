import { copiedCells, quotedIn, tableOf } from '../../src/livesheet/copied-cells.ts';

it('keeps empty lines and empty cells where they are', () => {
  expect(copiedCells('\n\na\t\tb\n\t\n\n')).toEqual([[''], [''], ['a', '', 'b'], ['', ''], ['']]);
});

it('takes the end of the last line for no row', () => {
  expect(copiedCells('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  expect(copiedCells('a')).toEqual([['a']]);
});

it('reads the quotes of cells with tabs, line ends or quotes', () => {
  expect(copiedCells('"两行\n备注"\t"a\tb"\t"说""好"""\r\n"x\r\ny"')).toEqual([
    ['两行\n备注', 'a\tb', '说"好"'],
    ['x\ny'],
  ]);
});

it.each(['"北岸"', '3" cable', 'say "hi"', '"open', '"a" b'])(
  "leaves a person's own quotes: %s",
  (cell) => {
    expect(copiedCells(`${cell}\tnext`)).toEqual([[cell, 'next']]);
  },
);

it('hands over nothing that could be taken for markup', () => {
  expect(tableOf([['<img src=x>', 'R&D'], ['a\nb']])).toBe(
    '<table><tr><td>&lt;img src=x&gt;</td><td>R&amp;D</td></tr><tr><td>a<br>b</td></tr></table>',
  );
});

it('quotes cells of several lines, so that they come back as they were', () => {
  const text = 'a\tx\ry "z"\nx\tb\tc\nd';
  const quoted = quotedIn(text, ['a', 'x\ry "z"', 'x', 'b', 'c\nd']);
  expect(quoted).toBe('a\t"x\ny ""z"""\nx\tb\t"c\nd"');
  expect(copiedCells(quoted)).toEqual([
    ['a', 'x\ny "z"'],
    ['x', 'b', 'c\nd'],
  ]);
});
