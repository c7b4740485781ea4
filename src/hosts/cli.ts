import { readArguments, WrongUsage } from './cli/arguments.ts';
import { analyzeCommand } from './cli/analyze-command.ts';
import { UnusableInput } from './cli/files.ts';
import { reconcileCommand } from './cli/reconcile-command.ts';
import { templateCommand } from './cli/template-command.ts';
import { terminal } from './cli/terminal.ts';

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
    const command = readArguments(words);
    await COMMANDS[command.name](command, screen);
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) return screen.refuse(error.fact, 2);
    if (error instanceof UnusableInput) return screen.refuse(error.fact, 1);
    throw error;
  }
}

process.exitCode = await main(process.argv.slice(2));
