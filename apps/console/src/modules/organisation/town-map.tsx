import { Suspense, lazy, useMemo } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { MapViewProps } from '../../parts/map/map-view.tsx'
import { china, cornersOf } from '../../parts/map/shape.ts'
import type { LngLat } from '../../parts/map/shape.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { areaOn } from './area.ts'

const MapView = lazy(() => import('../../parts/map/map-view.tsx'))

interface TownMapProps {
  label: string
  /** What the map is about: an area of any level. All of its sub-district can be looked at; it begins with its community. */
  area: string
  point?: LngLat | null
  pointWords?: string
  others?: MapViewProps['others']
  onPick?: MapViewProps['onPick']
  dots?: MapViewProps['dots']
  onRest?: MapViewProps['onRest']
  height?: number | string
}

/** A map of the sub-district that an area lies in. */
export function TownMap({ area, ...rest }: TownMapProps) {
  const community = areaOn(area, 'community')
  const base = useAsk('atlas', 'base', { area: areaOn(area, 'subdistrict') ?? area }, { freshMs: longFresh })
  const own = useAsk('atlas', 'base', { area: community ?? area }, { freshMs: longFresh, isWanted: community !== undefined })
  const said = (community === undefined ? base : own).data?.box ?? base.data?.box
  const box = useMemo(() => said ? cornersOf(said) : undefined, [said])
  return (
    <Answer query={base} isSmall>
      {({ tiles, centre, tianditu }) => (
        <Suspense fallback={<Waiting />}>
          <MapView {...rest} tiles={tiles} tianditu={tianditu} centre={rest.point ?? centre ?? china} box={box} chosenArea={community} chosenBuilding={areaOn(area, 'building')} />
        </Suspense>
      )}
    </Answer>
  )
}
