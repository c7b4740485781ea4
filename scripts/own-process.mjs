import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { outOfMemory } from './start-words.mjs';

/** Megabytes that a run may use, unless Node was told another limit (NODE_OPTIONS). */
const MEMORY = '--max-old-space-size=6144';
const LIMIT = /--max[-_]old[-_]space[-_]size/;
/**
 * Columns of a million rows live as long as the run: a small nursery would copy them twice on their
 * way. For files that are large; a process for others takes no more than it fills.
 */
const NURSERY = ['--min-semi-space-size=64', '--max-semi-space-size=128'];
/** How Node begins its account of a heap that is full. Nobody can do anything with it. */
const DYING = /<--- Last few GCs|FATAL ERROR:/;

/**
 * Runs the host in a process with more memory.
 *
 * @returns its exit code
 */
export function inOwnProcess(host, words) {
  const told = process.execArgv;
  const isLimited = LIMIT.test([process.env['NODE_OPTIONS'], ...told].join(' '));
  const memory = isLimited ? told : [...told, MEMORY, ...NURSERY];
  const child = spawn(process.execPath, [...memory, host, ...words], {
    stdio: ['inherit', 'inherit', 'pipe'],
    env: { ...process.env, ...(process.stderr.isTTY ? { REBATE_TERMINAL: '1' } : {}) },
  });
  // Who closed standard error does not want to hear of it.
  process.stderr.on('error', () => undefined);
  let isDying = false;
  child.stderr.setEncoding('utf8').on('data', (text) => {
    isDying ||= DYING.test(text);
    if (!isDying) process.stderr.write(text);
  });
  // The child tidies up, and this process reports how it ended.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('close', (status, signal) => {
      const isFull = isDying || signal === 'SIGABRT' || signal === 'SIGKILL' || status === 134;
      if (isFull) console.error(outOfMemory(words));
      if (isFull) resolve(1);
      else resolve(status ?? 128 + constants.signals[signal]);
    });
  });
}
