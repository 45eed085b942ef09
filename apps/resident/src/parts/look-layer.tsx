import { Box, Layer, Picture, Press, Words } from '#element'
import { look } from '../kernel/look.ts'
import { useStore } from '../kernel/store.ts'
import { Icon } from './icon.tsx'
import './look-layer.css'

const close = () => look.set(null)

/** Draws what `lookAt` shows: one photo over the whole screen, and the way to its neighbours. */
export function LookLayer() {
  const shown = useStore(look)
  if (!shown) return null
  const { paths, at } = shown
  const turn = (by: number) => look.set({ paths, at: at + by })
  return (
    <Layer label="查看照片" className="look" onClose={close}>
      <Box className="look__bar">
        <Words>{`第 ${at + 1} 张，共 ${paths.length} 张`}</Words>
        <Press className="look__press" label="关闭" onPress={close}><Icon name="close" /></Press>
      </Box>
      <Box className="look__photo"><Picture src={paths[at] ?? ''} alt={`第 ${at + 1} 张照片`} fit="contain" /></Box>
      {paths.length > 1 && (
        <Box className="look__bar">
          <Press className="look__press" label="上一张" isDisabled={at === 0} onPress={() => turn(-1)}><Icon name="back" /></Press>
          <Press className="look__press" label="下一张" isDisabled={at === paths.length - 1} onPress={() => turn(1)}><Icon name="next" /></Press>
        </Box>
      )}
    </Layer>
  )
}
