import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { useEffect, useRef } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { cornersOf } from '../../parts/map/shape.ts'
import type { Scene } from './scene.ts'

/** How near a building is looked at. */
const nearBuilding = 17.2

/** Going to another area flies there; opening an address stays where the address looks. */
export function useFlights(scene: Scene | undefined, area: string, drawn: string | undefined): void {
  const before = useRef(area)
  const { data } = useAsk('atlas', 'base', { area }, { freshMs: longFresh, isWanted: drawn !== undefined })
  useEffect(() => {
    if (!scene || !data || data.area !== area || before.current === area) return
    before.current = area
    if (isAreaPath(area) && levelOf(area) === 'building' && data.centre) scene.fly({ ...data.centre, zoom: nearBuilding, pitch: 55 })
    else if (data.box) scene.frame(cornersOf(data.box), { pitch: 45 })
  }, [scene, area, data])
}
