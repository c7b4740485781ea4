import { makeTemplate } from '../../template-file.ts';
import type { Command } from '../arguments.ts';
import type { Outputs } from '../outputs.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `template --out FILE.xlsx|FILE.xltx`: a new workbook with the tables and formulas of the product.
 */
export async function templateCommand(
  command: Command,
  _screen: Terminal,
  outputs: Outputs,
): Promise<void> {
  const out = command.out as string;
  await outputs.write(
    out,
    await makeTemplate(command.language, {
      format: /\.xltx$/i.test(out) ? 'xltx' : 'xlsx',
      channel: 'catalog',
    }),
  );
}
