import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import { tsImport } from 'tsx/esm/api';
import webpack from 'webpack';

const root = fileURLToPath(new URL('.', import.meta.url));
const DEVELOPMENT_URL = 'https://localhost:3000/';
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const OFFICE_JS =
  process.env.REBATE_RADAR_OFFICE_JS ??
  'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/**
 * Two compilations:
 * - `functions`: dist/functions.js, one classic script that needs nothing but a global
 *   `CustomFunctions`;
 * - `pages`: the pane in Excel (taskpane.html, which runs functions.js in the same runtime), the
 *   pane in a plain browser (index.html), and everything that carries the host address: metadata,
 *   help pages, manifest.
 *
 * The host address is REBATE_RADAR_URL. A production build must be told it; `--env local` builds
 * the same code for https://localhost:3000.
 */
export default async function configurations(env, argv) {
  const mode = argv.mode ?? 'production';
  const address =
    process.env.REBATE_RADAR_URL ??
    (mode === 'development' || env.local ? DEVELOPMENT_URL : undefined);
  const { HostFilesPlugin } = await tsImport('./scripts/host-files-plugin.ts', import.meta.url);
  const { contentPolicyTag } = await tsImport('./scripts/content-policy.ts', import.meta.url);
  return [
    functionsConfiguration(mode),
    pagesConfiguration(mode, new HostFilesPlugin(address), contentPolicyTag),
  ];
}

function functionsConfiguration(mode) {
  const { resolve: ways, ...rest } = common(mode);
  const ledger = (file) => resolve(root, `src/domain/ledger/${file}.ts`);
  const check = (file) => resolve(root, `src/domain/policy-check/${file}.ts`);
  const policy = (file) => resolve(root, `src/domain/policy/${file}.ts`);
  // What a policy leaves in doubt on a ledger, and how one was read, is no formula's to say.
  const unsaid = ['en-US', 'zh-CN'].flatMap((language) => [
    [
      resolve(root, `src/i18n/${language}/policy-doubts.ts`),
      resolve(root, 'src/i18n/say/no-doubts.ts'),
    ],
    [
      resolve(root, `src/i18n/${language}/ledger-read.ts`),
      resolve(root, 'src/i18n/say/no-reading-report.ts'),
    ],
  ]);
  return {
    ...rest,
    name: 'functions',
    resolve: {
      ...ways,
      // Formulas never say what an order sheet gives reason to warn about: 3 kB less.
      alias: {
        ...ways.alias,
        [ledger('ledger-warnings')]: ledger('no-warnings'),
        [ledger('own-totals')]: ledger('no-own-totals'),
        [ledger('plain-ids')]: ledger('no-plain-ids'),
        [ledger('days-of-sheet')]: ledger('no-days-of-sheet'),
        [ledger('days-beside')]: ledger('no-days-of-sheet'),
        [ledger('sums-for-several')]: ledger('no-sums-for-several'),
        [check('unread-columns')]: check('no-unread-columns'),
        [check('tier-doubts')]: check('no-tier-doubts'),
        [resolve(root, 'src/domain/lazy-list.ts')]: resolve(root, 'src/domain/no-lazy-list.ts'),
        [policy('columns-asked')]: policy('no-columns-asked'),
        [ledger('sheet-report')]: ledger('no-report'),
        [ledger('rows-report')]: ledger('no-report'),
        [ledger('unknown-types')]: ledger('no-report'),
        [ledger('price-times-pieces')]: ledger('no-report'),
        ...Object.fromEntries(unsaid),
      },
    },
    entry: { functions: './src/hosts/functions.ts' },
    plugins: builtInsAtHand(),
  };
}

/**
 * Where a host gives its scripts a guarded global object (as a `vm` context does), every look at
 * `Math` costs a call. Names of the function around the script cost nothing. Added after minifying,
 * which would undo it.
 */
function builtInsAtHand() {
  const names =
    'Math,Number,BigInt,String,Array,Object,Map,Set,WeakMap,Symbol,JSON,Error,isFinite,isNaN';
  const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
  return [
    new webpack.BannerPlugin({ banner: `(function(${names}){`, raw: true, stage }),
    new webpack.BannerPlugin({ banner: `})(${names});`, raw: true, footer: true, stage }),
  ];
}

function pagesConfiguration(mode, hostFiles, policyTag) {
  const hosts = Object.entries({
    taskpane: './src/hosts/excel.tsx',
    browser: './src/hosts/browser.tsx',
  });
  return {
    ...common(mode),
    name: 'pages',
    entry: Object.fromEntries(hosts.filter(([, file]) => existsSync(resolve(root, file)))),
    plugins: [
      new webpack.DefinePlugin({ REBATE_RADAR_VERSION: JSON.stringify(version) }),
      page(
        'taskpane.html',
        'taskpane',
        [OFFICE_JS, 'functions.js'],
        policyTag({ host: OFFICE_JS }),
        WAITING,
      ),
      page('index.html', 'browser', [], policyTag({ ownImages: true }), ''),
      new CopyWebpackPlugin({
        patterns: [
          {
            from: 'assets',
            to: 'assets',
            noErrorOnMissing: true,
            globOptions: { ignore: ['**/*.svg', '**/.*'] },
          },
          { from: 'docs/images/guide', to: 'assets/help/guide', noErrorOnMissing: true },
        ],
      }),
      hostFiles,
    ],
    devServer: {
      port: 3000,
      server: 'https',
      hot: true,
      headers: { 'Access-Control-Allow-Origin': '*' },
      static: false,
    },
  };
}

function common(mode) {
  return {
    mode,
    context: root,
    target: ['web', 'es2020'],
    devtool: mode === 'development' ? 'source-map' : false,
    output: { path: resolve(root, 'dist'), filename: '[name].js' },
    resolve: {
      extensions: ['.ts', '.tsx', '.js'],
      // 4 kB less before the first paint: a page never says what only the command line or a cell
      // with a formula can.
      alias: {
        ...Object.fromEntries(
          ['en-US', 'zh-CN'].map((language) => [
            resolve(root, `src/i18n/${language}/cli.ts`),
            resolve(root, 'src/i18n/say/no-commands.ts'),
          ]),
        ),
        [resolve(root, 'src/i18n/say/of-functions.ts')]: resolve(
          root,
          'src/i18n/say/no-functions.ts',
        ),
      },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: [swc(), resolve(root, 'scripts/fold-patterns.cjs')],
        },
        { test: /\.css$/, type: 'asset/resource', generator: { filename: '[name].[hash][ext]' } },
      ],
    },
    optimization: { minimizer: [new SwcMinifier()] },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

function swc() {
  return {
    loader: 'swc-loader',
    options: {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        target: 'es2020',
        transform: { react: { runtime: 'automatic' } },
      },
    },
  };
}

/**
 * Minifies with the compiler we build with anyway: the whole build takes half the time. Licence
 * comments stay in place.
 */
class SwcMinifier {
  apply(compiler) {
    compiler.hooks.compilation.tap('SwcMinifier', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE;
      compilation.hooks.processAssets.tapPromise(
        { name: 'SwcMinifier', stage, additionalAssets: true },
        async (assets) => {
          for (const name of Object.keys(assets).filter((file) => file.endsWith('.js'))) {
            const { code } = await minify(assets[name].source().toString(), {
              compress: true,
              mangle: true,
              module: false,
              format: { comments: 'some' },
            });
            compilation.updateAsset(name, new webpack.sources.RawSource(code));
          }
        },
      );
    });
  }
}

/** What stands in the page while office.js is on its way over a slow line: said after a moment. */
const WAITING =
  '<style>@keyframes said{to{opacity:1}}.wait{opacity:0;animation:said 0s 1.5s forwards;padding:16px;margin:0;font:14px/1.6 "Segoe UI","Microsoft YaHei",sans-serif}</style><p class="wait" role="status">正在等待 Excel… Waiting for Excel…</p>';

/**
 * Classic scripts in the given order: what Excel calls must be registered before the pane draws.
 * They come after what is shown meanwhile.
 */
function page(filename, chunk, scriptsBefore, policy, waiting) {
  const scripts = scriptsBefore.map((source) => `<script src="${source}"></script>`).join('');
  return new HtmlWebpackPlugin({
    filename,
    chunks: [chunk],
    scriptLoading: 'blocking',
    inject: 'body',
    templateContent: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="assets/icon-32.png"><title>返点雷达 Rebate Radar</title><style>html,body,#root{height:100%;margin:0}</style></head><body><div id="root">${waiting}</div>${scripts}</body></html>`,
  });
}
