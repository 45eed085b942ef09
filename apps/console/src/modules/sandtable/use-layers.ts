import { useQueries } from '@tanstack/react-query'
import type { UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { useMe } from '../../kernel/session.ts'
import { usePause } from '../../parts/use-pause.ts'
import { boxAsked } from '../desk/cluster.ts'
import { openStatuses } from '../desk/queue.ts'
import { areaOn } from '../organisation/area.ts'
import type { CarePoint, Dot, View } from './scene.ts'
import type { Town } from './use-town.ts'

/** While a map is dragged nothing is asked. */
const restMs = 200
const none: never[] = []

export interface Events { rows: readonly Dot[], total: number, isMore: boolean }

/** The events of the chosen time in the part of the map that is seen. */
export function useDots({ drawn, time }: Town, { view, isOpen, isWanted }: { view: View | undefined, isOpen: boolean, isWanted: boolean }): Events {
  const settled = usePause(view, restMs)
  const input = { filters: { ...time.period, area: drawn, ...(isOpen && { status: openStatuses }) }, box: boxAsked(settled?.box ?? [[73, 3], [136, 54]]), zoom: Math.round((settled?.camera.zoom ?? 12) * 2) / 2 }
  const { data } = useAsk('sandtable', 'points', input, { topic: 'event', keepsLast: true, isWanted: isWanted && settled !== undefined })
  return data ?? nothing
}
const nothing: Events = { rows: none, total: 0, isMore: false }

/** People in care of one's own communities, where one looks; each look is written down, so that nothing is asked by itself. */
export function useCare({ own, area }: Town, isWanted: boolean): readonly CarePoint[] {
  const places = useMe().may['base.view']
  const community = areaOn(area, 'community')
  const asked = useMemo(() => (isWanted ? own : none).filter((one) => (community === undefined || one === community) && (places ?? []).some((place) => one.startsWith(place) || place.startsWith(one))), [isWanted, own, community, places])
  const { rows } = useQueries({
    queries: asked.map((one) => ({ queryKey: ['sandtable', 'care', { area: one }], queryFn: () => call('sandtable', 'care', { area: one }), staleTime: 30 * 60_000, refetchOnWindowFocus: false, refetchOnReconnect: false, meta: { isLogged: true } })), combine: together,
  })
  return rows
}
const together = (results: UseQueryResult<{ rows: CarePoint[] }>[]) => ({ rows: results.flatMap(({ data }) => data?.rows ?? none) })

export interface Pulse { id: string, title: string, point: { lng: number, lat: number } }
const mostPulses = 20

/** What was reported since the page was opened, the newest first: told by the stream, asked for again as lists are. By what stood there first and not by this computer's clock, which may be wrong. */
export function usePulses(area: string): readonly Pulse[] {
  const { data } = useAsk('event', 'list', { area, limit: mostPulses })
  const [first, setFirst] = useState<{ area: string, ids: ReadonlySet<string>, last: string }>()
  if (data && first?.area !== area) setFirst({ area, ids: new Set(data.rows.map(({ id }) => id)), last: data.rows[0]?.reportedAt ?? '' })
  return useMemo(() => first?.area !== area ? none : (data?.rows ?? none).flatMap(({ id, title, point, reportedAt }) => point && !first.ids.has(id) && reportedAt >= first.last ? [{ id, title, point }] : []), [data, first, area])
}
