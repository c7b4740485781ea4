import { util } from 'prettier';

const MOST = 100;

/** Lines that a literal stands on which cannot be broken: an expression, a text over several. */
function unbroken(sourceCode) {
  const lines = new Set();
  for (const { type, regex, loc } of sourceCode.ast.tokens)
    if (type === 'RegularExpression' || regex !== undefined) lines.add(loc.start.line);
  return lines;
}

/**
 * As wide as the screen and the formatter see it: a Chinese character takes two columns. Lists of
 * words in a regular expression are let off.
 */
const screenWidth = {
  meta: { type: 'layout', schema: [] },
  create: (context) => ({
    Program() {
      const { sourceCode } = context;
      const free = unbroken(sourceCode);
      sourceCode.lines.forEach((line, at) => {
        const width = util.getStringWidth(line);
        if (width <= MOST || free.has(at + 1)) return;
        context.report({
          loc: { line: at + 1, column: 0 },
          message: `${width} columns wide, of ${MOST}: break the line`,
        });
      });
    },
  }),
};

export const lines = { rules: { 'screen-width': screenWidth } };
