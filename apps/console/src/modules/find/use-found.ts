import { longFresh, useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { groupsOf } from './found.ts'
import type { HouseholdRow } from './found.ts'

/** So many units are asked who keeps house there; of more, an address is not yet told. */
const mostUnits = 3

/** Everything that what was typed may mean. */
export function useFound(text: string, isAsked: boolean) {
  const query = useAsk('find', 'all', { text }, { isWanted: isAsked, keepsLast: true, isLogged: true, freshMs: 60_000 })
  const area = myAreas(useMe())[0]?.path ?? '/'
  const tags = useAsk('tag', 'list', { area }, { isWanted: isAsked, freshMs: longFresh }).data?.rows ?? []
  const units = isAsked && (query.data?.housing.length ?? 0) <= mostUnits ? query.data?.housing ?? [] : []
  const households = [useHouseholds(units[0]), useHouseholds(units[1]), useHouseholds(units[2])].flat()
  return { query, groups: groupsOf(query.data, { households, tags: tags.map(({ name }) => name).filter((name) => name.includes(text)) }) }
}

function useHouseholds(unit: { id: string, area: string } | undefined): HouseholdRow[] {
  const { data } = useAsk('household', 'list', { area: unit?.area, housing: unit?.id, limit: 5 }, { isWanted: unit !== undefined, isLogged: true, freshMs: 60_000 })
  return unit === undefined ? [] : data?.rows ?? []
}
