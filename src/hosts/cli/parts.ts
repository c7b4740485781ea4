import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Which computer wrote a part: another one's process numbers say nothing here. */
const HERE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const NAME = /^\.rebate-radar-([0-9a-f]{8})-(\d+)-\d+\.part$/;
const A_DAY = 86_400_000;
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

let made = 0;

/**
 * Files written aside. They go when the run ends, when it is stopped, or when the next one sweeps.
 */
export class Parts {
  private readonly paths: string[] = [];
  private readonly onSignal = (signal: NodeJS.Signals): void => {
    for (const path of this.paths) rmSync(path, { force: true });
    process.exit(SIGNALS[signal as keyof typeof SIGNALS]);
  };

  /** A name that is free: short, whatever the target is called, and hidden. */
  next(folder: string): string {
    if (this.paths.length === 0)
      for (const signal of Object.keys(SIGNALS)) process.on(signal, this.onSignal);
    made += 1;
    const path = join(folder, `.rebate-radar-${HERE}-${process.pid}-${made}.part`);
    this.paths.push(path);
    return path;
  }

  async removeAll(): Promise<void> {
    for (const path of this.paths) await rm(path, { force: true });
    for (const signal of Object.keys(SIGNALS)) process.off(signal, this.onSignal);
    this.paths.length = 0;
  }

  /** Removes what runs left behind that were killed outright. */
  async sweep(folders: ReadonlySet<string>): Promise<void> {
    for (const folder of folders)
      for (const name of await readdir(folder).catch(() => [])) {
        const [, host, pid] = NAME.exec(name) ?? [];
        if (host === undefined) continue;
        const path = join(folder, name);
        const isOld = Date.now() - ((await stat(path).catch(() => null))?.mtimeMs ?? 0) > A_DAY;
        const isDead = host === HERE && Number(pid) !== process.pid && !isRunning(Number(pid));
        if (isDead || isOld) await rm(path, { force: true }).catch(() => undefined);
      }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
