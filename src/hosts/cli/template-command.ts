import { makeTemplate } from '#application/write/make-template.ts';
import type { Command } from './arguments.ts';
import { writeWhole } from './files.ts';
import type { Terminal } from './terminal.ts';

/**
 * `template --out FILE.xlsx|FILE.xltx`: a new workbook with the tables and formulas of the product.
 */
export async function templateCommand(command: Command, screen: Terminal): Promise<void> {
  const out = command.out as string;
  await writeWhole(
    out,
    await makeTemplate(command.language, {
      format: /\.xltx$/i.test(out) ? 'xltx' : 'xlsx',
      channel: 'catalog',
    }),
  );
  screen.tell({ code: 'cli.written', name: out });
}
