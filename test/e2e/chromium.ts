import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Under the names by which the set-up of the tests takes it for installed. */
const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find(existsSync);

/** The system's Chromium; CHROMIUM names another one. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM'] ?? INSTALLED ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
};
