type Attributes = Record<string, Record<string, string>>
type Platform = {
  runtimePath: string | string[]
  /** H5 has none. */
  template?: { mergeComponents: (ctx: unknown, patch: Attributes) => void }
}
type Context = { registerMethod: (method: { name: string, fn: (platform: Platform) => void }) => void }

/**
 * A Taro plugin: adds the aria attributes to the mini-program's templates, and the module that teaches them to its runtime.
 * It imports nothing, because Taro compiles a plugin's own file only.
 */
export default function aria(ctx: Context, { attributes, runtime }: { attributes: Attributes, runtime: string }) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: (platform) => {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, attributes)
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
