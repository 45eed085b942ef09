import type { GovernanceReach } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'

/** An event, as far as it says where and what; an item, as far as it says of what. */
export interface Placed { area: string, spot: string, matter: string }
export interface About { area: string, matter: string, reach: string, spot: string }

/** Whether an event is of the item's matter and place. */
export const isOf = (item: About, event: Placed): boolean => item.matter === event.matter && (item.reach === 'spot' ? item.spot === event.spot : event.area.startsWith(item.area))

/** Whether an item stands for a place already: it is about that place itself, or about all of a grid or community around it. */
export const covers = (item: About, asked: About): boolean => item.matter === asked.matter && (item.spot === asked.spot || (item.reach !== 'spot' && asked.area.startsWith(item.area)))

/** The smallest that holds them all: the place itself, else the grid, else the community; undefined where they lie further apart. */
export function reachOf(events: readonly Placed[], least: GovernanceReach = 'spot'): Pick<About, 'reach' | 'area' | 'spot'> | undefined {
  const first = events[0]!
  const isOneSpot = events.every(({ spot }) => spot === first.spot)
  if (least === 'spot' && isOneSpot) return { reach: 'spot', area: first.area, spot: first.spot }
  for (const level of least === 'community' ? ['community'] as const : ['grid', 'community'] as const) {
    const area = within(first.area, level)
    if (area && events.every((event) => event.area.startsWith(area))) return { reach: level, area, spot: area }
  }
  return undefined
}

const within = (area: string, level: 'grid' | 'community') => (isAreaPath(area) ? areaAt(area, level) : undefined)

/** The matter most of them are about; of two as many, the first. */
export function commonMatter(events: readonly { matter: string }[]): string {
  const counts = [...Map.groupBy(events, ({ matter }) => matter)].map(([matter, some]) => ({ matter, n: some.length }))
  return counts.reduce((most, one) => (one.n > most.n ? one : most)).matter
}
