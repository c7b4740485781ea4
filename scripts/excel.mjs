import { run, setUpPackages } from './setup.mjs';

/**
 * Loads the add-in into Excel on this computer (Windows or Mac) from a local https server, with
 * Microsoft's own tools for sideloading and for the development certificate.
 */
setUpPackages();
if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.error(
    'Excel add-ins can be loaded from here on Windows and Mac only: use npm start for the browser edition, or upload manifest.xml in Excel on the web (docs/install.md).',
  );
  process.exit(1);
}
run('npx', ['--no-install', 'office-addin-dev-certs', 'install', '--days', '365']);
run('npx', ['--no-install', 'webpack', '--mode', 'production', '--env', 'local']);
run('npx', [
  '--no-install',
  'office-addin-debugging',
  'start',
  'dist/manifest.xml',
  'desktop',
  '--dev-server',
  'npx webpack serve --mode development',
  '--dev-server-port',
  '3000',
]);
