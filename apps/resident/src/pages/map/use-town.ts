import { useEffect, useMemo, useRef, useState } from 'react'
import type { Output } from '@linli/contract'
import { call } from '../../kernel/call.ts'
import type { Point } from '../../phone/phone.ts'
import { extentOf, isNear, sheetAround } from './ground.ts'
import type { Sheet, Spot, View } from './ground.ts'

export type Plan = Output<'organisation', 'plan'>
export type Shaped = Output<'organisation', 'shapes'>['rows'][number]

/** One sub-district as it is drawn: the plan and its communities at once, buildings when one comes near them. */
export type Town = { area: string, sheet: Sheet, features: Plan['features'], communities: Shaped[], isEmpty: boolean }

/** Buildings are drawn from here on, in px a metre; farther away they would be dust, and nobody could tell which one is meant. */
export const nearEnough = 0.35

/** The sub-district around a point, or the first; throws the server's refusal where nobody serves the point. */
export async function askTown(around: Point | null): Promise<Town> {
  const { area, centre, features } = await call('organisation', 'plan', around ? { around } : {})
  const { rows: communities } = await call('organisation', 'shapes', { area, kind: 'community' })
  return { area, sheet: sheetAround(centre), features, communities, isEmpty: features.length === 0 && communities.length === 0 }
}

/** The buildings of every community that was near the middle of the screen so far, by community. */
export function useBuildings(town: Town, view: View, size: Spot): Map<string, Shaped[]> {
  const [found, setFound] = useState(new Map<string, Shaped[]>())
  const asked = useRef(new Set<string>())
  const extents = useMemo(() => town.communities.map(({ path, shape }) => ({ path, extent: extentOf(shape, town.sheet) })), [town])
  useEffect(() => {
    if (view.scale < nearEnough) return
    const wanted = extents.filter(({ path, extent }) => !asked.current.has(path) && isNear(extent, view, size))
    for (const { path } of wanted) {
      asked.current.add(path)
      call('organisation', 'shapes', { area: path, kind: 'building' }).then(
        ({ rows }) => setFound((before) => new Map(before).set(path, rows)),
        // The map is of use without them; when one comes by again they are asked for again.
        () => asked.current.delete(path),
      )
    }
  }, [extents, view, size])
  return found
}
