import { Suspense, lazy } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { MapViewProps } from '../../parts/map/map-view.tsx'
import type { LngLat } from '../../parts/map/shape.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { areaOn } from './area.ts'

const MapView = lazy(() => import('../../parts/map/map-view.tsx'))

interface TownMapProps {
  label: string
  /** What the map is about: an area of any level. Borders of its sub-district's communities are drawn, and the buildings of its community. */
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
  const around = areaOn(area, 'subdistrict')
  const community = areaOn(area, 'community')
  const plan = useAsk('organisation', 'plan', {}, { freshMs: longFresh })
  const areas = useAsk('organisation', 'shapes', { area: around ?? area, kind: 'community' }, { freshMs: longFresh, isWanted: around !== undefined })
  const buildings = useAsk('organisation', 'shapes', { area: community ?? area, kind: 'building' }, { freshMs: longFresh, isWanted: community !== undefined })
  return (
    <Answer query={plan} isSmall>
      {({ centre, features }) => (
        <Suspense fallback={<Waiting />}>
          <MapView {...rest} centre={rest.point ?? centre} plan={features} areas={areas.data?.rows ?? none} buildings={buildings.data?.rows ?? none} chosenArea={community} chosenBuilding={areaOn(area, 'building')} />
        </Suspense>
      )}
    </Answer>
  )
}

const none: never[] = []
