import { util } from 'prettier';

const MOST = 100;

/** As wide as the screen and the formatter see it: a Chinese character takes two columns. */
const screenWidth = {
  meta: { type: 'layout', schema: [] },
  create: (context) => ({
    Program() {
      const { sourceCode } = context;
      sourceCode.lines.forEach((line, at) => {
        const width = util.getStringWidth(line);
        if (width <= MOST) return;
        context.report({
          loc: { line: at + 1, column: 0 },
          message: `${width} columns wide, of ${MOST}: break the line`,
        });
      });
    },
  }),
};

export const lines = { rules: { 'screen-width': screenWidth } };
