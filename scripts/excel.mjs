import { run, setUpPackages } from './setup.mjs';

/**
 * Loads the add-in into Excel on this computer (Windows or Mac) from a local https server. The
 * sideloading tools and the development certificate come from Microsoft's own packages and are
 * fetched when first used. They cannot be installed with the project: office-addin-debugging brings
 * keytar, which compiles against libsecret and fails on a Linux machine without its headers.
 */
setUpPackages();
if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.error(
    'Excel add-ins can be loaded from here on Windows and Mac only: use npm start for the browser edition, or upload manifest.xml in Excel on the web (docs/install.md).',
  );
  process.exit(1);
}
run('npx', ['--yes', 'office-addin-dev-certs@3', 'install', '--days', '365']);
run('npx', ['--no-install', 'webpack', '--mode', 'production', '--env', 'local']);
run('npx', [
  '--yes',
  'office-addin-debugging@7',
  'start',
  'dist/manifest.xml',
  'desktop',
  '--dev-server',
  'npx webpack serve --mode development',
  '--dev-server-port',
  '3000',
]);
