import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

type Asset = { source: { source: () => string | Buffer } }
type Compilation = {
  hooks: { processAssets: { tap: (options: { name: string, stage: number }, act: (assets: Record<string, Asset['source']>) => void) => void } }
  emitAsset: (name: string, source: object) => void
}
type Compiler = {
  hooks: { thisCompilation: { tap: (name: string, act: (compilation: Compilation) => void) => void } }
  webpack: { Compilation: { PROCESS_ASSETS_STAGE_REPORT: number }, sources: { RawSource: new (text: string) => object } }
}

/** Writes the service worker beside the pages: its source, with the list of everything that was built and a name for just this build. */
export class WorkerPlugin {
  private readonly source: string

  constructor({ source }: { source: string }) {
    this.source = source
  }

  apply({ hooks, webpack }: Compiler) {
    hooks.thisCompilation.tap('worker', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'worker', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT }, (assets) => {
        const names = Object.keys(assets).filter((name) => /\.(html|js|css)$/.test(name))
        // oxlint-disable-next-line unicorn/no-array-sort
        names.sort()
        const hash = createHash('sha256')
        for (const name of names) hash.update(name).update(assets[name]!.source())
        const told = `const build = '${hash.digest('hex').slice(0, 12)}'\nconst files = ${JSON.stringify(names.map((name) => name === 'index.html' ? './' : name))}\n`
        compilation.emitAsset('worker.js', new webpack.sources.RawSource(told + readFileSync(this.source, 'utf8')))
      })
    })
  }
}
