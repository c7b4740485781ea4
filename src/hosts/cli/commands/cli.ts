import { type Command, readArguments, helpLines } from '../arguments.ts';
import { analyzeCommand } from './analyze-command.ts';
import { ledgerFiles } from '../ledger-files.ts';
import { Outputs } from '../outputs.ts';
import { reconcileCommand } from './reconcile-command.ts';
import { refusalOf } from '../refusal.ts';
import { type Terminal, terminal } from '../terminal.ts';
import { makeTemplate } from '../../template-file.ts';

const COMMANDS = {
  analyze: analyzeCommand,
  reconcile: reconcileCommand,
  template: templateCommand,
};

/** Exit 0 done, 1 the input can't be used, 2 wrong usage. */
async function main(words: readonly string[]): Promise<number> {
  // The language of a complaint about the words themselves is among the words.
  const language = words.includes('en-US') || words.includes('--lang=en-US') ? 'en-US' : 'zh-CN';
  const screen = terminal(language);
  try {
    const help = helpLines(words, language);
    await (help === null ? run(readArguments(words), screen) : screen.print(help.join('\n')));
    return 0;
  } catch (error) {
    return screen.refuse(refusalOf(error));
  }
}

/** Folders and patterns stand for their files, none of which may be written. */
const inputFiles = async ({ name, files }: Command): Promise<readonly string[]> =>
  name === 'analyze' ? (await ledgerFiles(files)).map(({ path }) => path) : files;

async function run(command: Command, screen: Terminal): Promise<void> {
  const files = await inputFiles(command);
  const inputs = [...files, command.policy, command.facts, command.catalog, command.sums];
  const outputs = await Outputs.open([command.out, command.json, command.answers], inputs);
  try {
    const summary = await COMMANDS[command.name](command, screen, outputs);
    const written = await outputs.commit();
    for (const name of written) screen.tell({ code: 'cli.written', name });
    if (command.json !== '-') await show(summary, screen, written.length > 0);
  } finally {
    await outputs.close();
  }
}

/** Where files are in place, nobody needs to read what they say: a closed screen is no failure. */
async function show(
  summary: readonly string[],
  screen: Terminal,
  isWritten: boolean,
): Promise<void> {
  await screen.show(summary).catch((error: unknown) => {
    if (!isWritten) throw error;
  });
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code));

/**
 * `template --out FILE.xlsx|FILE.xltx`: a new workbook with the tables and formulas of the product.
 */
async function templateCommand(
  command: Command,
  _screen: Terminal,
  outputs: Outputs,
): Promise<readonly string[]> {
  const out = command.out as string;
  await outputs.write(
    out,
    await makeTemplate(command.language, {
      format: /\.xltx$/i.test(out) ? 'xltx' : 'xlsx',
      channel: 'catalog',
    }),
  );
  return [];
}
