import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { WorkerPlugin } from './worker-plugin.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const end = process.env.TARO_ENV === 'weapp' ? 'weapp' : 'h5'
const noStyle = at('../src/element/none.css')
const packages = at('../../../packages/')

/** What the plugin needs; Taro writes the path into an import, where Windows' slashes would not do. */
const aria = { attributes: JSON.parse(readFileSync(at('../src/element/aria.json'), 'utf8')), runtime: at('../src/element/aria-runtime.ts').replace(/\\/g, '/') }

/** Sources outside src that are compiled too: our shared packages, and the libraries that ship newer syntax than old phones know. */
const compiled = [(file: string) => file.startsWith(packages), (file: string) => /node_modules[\\/](@tarojs|react|react-dom|scheduler|react-reconciler)[\\/]/.test(file)]

type Chain = { performance: { hints: (on: boolean) => void }, optimization: { merge: (options: object) => void }, plugin: (name: string) => { use: (made: unknown, options: unknown[]) => void } }

/** Sizes are watched by the tests, not by webpack's rule of thumb. */
const quiet = (chain: Chain) => chain.performance.hints(false)

/** What two pages share is loaded once; Taro would pack it into each. What pages of staff share residents do not load. What was built is listed for the service worker. */
function buildForBrowsers(chain: Chain) {
  quiet(chain)
  chain.plugin('worker').use(WorkerPlugin, [{ source: at('./worker.js') }])
  chain.optimization.merge({ splitChunks: { cacheGroups: { staff: { name: 'staff', test: /[\\/]pages[\\/]staff[\\/]/, chunks: 'async', minChunks: 2, minSize: 0, priority: 10 }, shared: { name: 'shared', chunks: 'async', minChunks: 2, minSize: 0, priority: 5 } } } })
}

export default {
  projectName: 'linli-resident',
  sourceRoot: 'src',
  outputRoot: `dist/${end}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [[at('./aria-plugin.ts'), aria]],
  logger: { quiet: true, stats: false },
  cache: { enable: false },
  alias: {
    '@tarojs/components/global.css': noStyle,
    '@tarojs/components/dist/taro-components/taro-components.css': noStyle,
    '@tarojs/components-react/dist/index.css': noStyle,
    '#element': at(`../src/element/${end}.tsx`),
    '#phone': at(`../src/phone/${end}/index.ts`),
    '@linli/client': `${packages}client/src`,
    '@linli/contract': `${packages}contract/src`,
    '@linli/standards': `${packages}standards/src`,
  },
  defineConstants: {
    LINLI_SERVER: JSON.stringify(process.env.LINLI_SERVER ?? ''),
  },
  designWidth: 375,
  deviceRatio: { 375: 2 },
  mini: {
    webpackChain: quiet,
    compile: { include: compiled },
    postcss: { pxtransform: { enable: false } },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    webpackChain: buildForBrowsers,
    publicPath: '/m/',
    router: { mode: 'hash' },
    useHtmlComponents: true,
    compile: { include: compiled },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css', ignoreOrder: true },
  },
}
