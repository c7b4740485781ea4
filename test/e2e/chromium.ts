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

/**
 * Chromium takes the last list of features alone, so this one names again what Playwright switches
 * off for tests' sake. Added: lists under the address bar, pages of the browser's own that each
 * window loads before the tested page, at half of what that page itself takes.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/**
 * Under the names by which the set-up of the tests takes it for installed; first the one without
 * windows of its own, which does the same with a third less work.
 */
const INSTALLED = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => `/usr/bin/${name}`)
  .find(existsSync);

/** The system's Chromium; CHROMIUM names another one. */
export const launchChromium = (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM'] ?? INSTALLED ?? '/usr/bin/chromium';
  const features = `--disable-features=${WITHOUT.join(',')}`;
  return chromium.launch({ executablePath, args: [...FLAGS, features] });
};
