import { Box, Press, Words } from '#element'
import { isElder } from '../kernel/elder.ts'
import { useStore } from '../kernel/store.ts'
import { Icon } from './icon.tsx'
import { ReadAloud } from './read-aloud.tsx'
import './ease-bar.css'

/** What makes a page easier: bigger letters and a voice. `withSwitch` where the edition can be changed. */
export function EaseBar({ withSwitch = false }: { withSwitch?: boolean }) {
  const elder = useStore(isElder)
  if (!withSwitch && !elder) return null
  return (
    <Box className="ease-bar">
      {withSwitch && (
        <Press className="ease-bar__press" onPress={() => isElder.set(!elder)}>
          <Icon name="letters" />
          <Words>{elder ? '标准版' : '大字版'}</Words>
        </Press>
      )}
      {elder && <ReadAloud className="ease-bar__press" />}
    </Box>
  )
}
