import './least-node.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Sets up what a command needs on a fresh machine; does nothing when it is there. Runs before any
 * package exists.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const installed = new URL('../node_modules/.package-lock.json', import.meta.url);
const lock = new URL('../package-lock.json', import.meta.url);

export function setUpPackages() {
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * Chromium for the browser tests, LibreOffice as an independent reader of what we write, poppler to
 * look at it.
 */
export function setUpTestTools() {
  const missing = [
    [browser(), browser() === SHELL ? [SHELL, 'google-chrome'] : BROWSERS],
    ['libreoffice-calc', ['soffice']],
    ['fonts-noto-cjk', []],
    ['poppler-utils', ['pdftoppm']],
  ]
    .filter(([, commands]) => (commands.length === 0 ? !hasFonts() : !commands.some(has)))
    .map(([name]) => name);
  if (missing.length === 0) return;
  if (!has('apt-get')) {
    console.error(`The tests need ${missing.join(', ')}: install them and run npm test again.`);
    process.exit(1);
  }
  console.error(`Installing ${missing.join(', ')} (apt-get) …`);
  const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
  const apt = (...words) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...words];
    run(command, rest, { ...process.env, DEBIAN_FRONTEND: 'noninteractive' });
  };
  apt('update', '-qq');
  // On a fresh machine only the update tells what is offered.
  const wanted = missing.map((name) => (name === 'chromium' ? browser() : name));
  apt('install', '-y', '-qq', '--no-install-recommends', ...wanted);
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
/** Chromium without windows of its own: the same pages with a third less work. */
const SHELL = 'chromium-headless-shell';

const browser = () =>
  spawnSync('apt-cache', ['show', SHELL], { stdio: 'ignore' }).status === 0 ? SHELL : 'chromium';

const has = (command) =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

function hasFonts() {
  return (
    has('fc-list') &&
    /Noto Sans CJK|PingFang|Microsoft YaHei|WenQuanYi/.test(
      execFileSync('fc-list', { encoding: 'utf8' }),
    )
  );
}

/**
 * Runs a command in the project's folder with its output shown; ends this process when it fails.
 */
export function run(command, args, env = process.env) {
  const outcome = spawnSync(command, args, {
    cwd: root,
    stdio: ['inherit', process.stderr, 'inherit'],
    env,
    shell: process.platform === 'win32',
  });
  if (outcome.status !== 0) process.exit(outcome.status ?? 1);
}
