import { run, setUpPackages } from './setup.mjs';

/**
 * Loads the add-in into Excel on this computer (Windows or Mac) from a local https server, with
 * Microsoft's own tools for sideloading and for the development certificate.
 */
if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.error(
    '只有 Windows 和 Mac 上的 Excel 能从这里加载：请用 npm start 打开浏览器版，或在网页版 ' +
      'Excel 里上传 ' +
      'dist/manifest.xml（docs/install.zh-CN.md）。\n' +
      'Only Excel on Windows and Mac can be loaded from here: use npm start for the browser ' +
      'edition, or upload dist/manifest.xml in Excel on the web (docs/install.md).',
  );
  process.exit(1);
}
setUpPackages();
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
