import { fileURLToPath } from 'node:url';
import { serveFolder } from './static-server.ts';

const PORTS = [4300, 4301, 4302, 0];

/**
 * Serves dist/ and says where, and how to load the add-in in Excel. PORT chooses a port; else the
 * first free one.
 */
export async function startServing(): Promise<void> {
  const folder = fileURLToPath(new URL('../dist/', import.meta.url));
  const { address } = await serveOnFreePort(
    folder,
    process.env['PORT'] === undefined ? PORTS : [Number(process.env['PORT'])],
  );
  console.log(`
返点雷达 Rebate Radar

  中文        ${address}?lang=zh-CN
  English     ${address}?lang=en-US

在 Excel 里试用 · In Excel:  npm run excel   （Windows / Mac，见 docs/install.zh-CN.md · docs/install.md）
停止 · Stop:  Ctrl+C
`);
}

async function serveOnFreePort(
  folder: string,
  ports: readonly number[],
): Promise<{ readonly address: string }> {
  for (const port of ports.slice(0, -1)) {
    try {
      return await serveFolder(folder, port);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return serveFolder(folder, ports.at(-1) ?? 0);
}
