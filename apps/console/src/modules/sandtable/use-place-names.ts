import { useMemo } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { areaOn } from '../organisation/area.ts'
import { isTold, rowWords } from './colour.ts'
import { useValues } from './questions.ts'
import type { PlaceName } from './scene.ts'
import type { Town } from './use-town.ts'

/** Names on the map with their values: communities, and the grids of the one that one is in. */
export function usePlaceNames({ area, office, communities, own, question, on }: Town, isWanted: boolean): readonly PlaceName[] {
  const community = areaOn(area, 'community')
  const inside = useMemo(() => community !== undefined && own.includes(community) ? [community] : [], [community, own])
  const whole = useMemo(() => office === undefined ? [] : [office], [office])
  const wide = useValues(question, whole, 'community', { isWanted, on }).rows
  const near = useValues(question, inside, 'grid', { isWanted, on }).rows
  const grids = useAsk('organisation', 'areas', { parent: community ?? '/' }, { isWanted: community !== undefined, freshMs: longFresh }).data?.rows
  return useMemo(() => {
    const values = new Map([...wide, ...near].filter(isTold).map((row) => [row.area, rowWords(row, question.unit)]))
    return [...communities, ...grids ?? []].flatMap(({ path, name, kind, centre }): PlaceName[] => centre && (kind === 'community' || kind === 'grid') ? [{ path, kind, centre, words: [name, values.get(path)].filter(Boolean).join('\n') }] : [])
  }, [communities, grids, wide, near, question.unit])
}
