import { fileURLToPath } from 'node:url'
import { ariaAttributes } from '../src/element/aria.ts'

type Platform = {
  runtimePath: string | string[]
  /** H5 has none. */
  template?: { mergeComponents: (ctx: unknown, patch: typeof ariaAttributes) => void }
}
type Context = { registerMethod: (method: { name: string, fn: (platform: Platform) => void }) => void }

const runtime = fileURLToPath(new URL('../src/element/aria-runtime.ts', import.meta.url)).replaceAll('\\', '/')

/** A Taro plugin: adds the aria attributes to the mini-program's templates and to its runtime. */
export default function aria(ctx: Context) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, ariaAttributes)
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
