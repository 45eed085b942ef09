export interface Lodging { id: string, person: string, area: string, housing: string | null, household: string | null, until: string | null }
export interface Home { id: string | null, area: string, housing: string | null }

/** Why these people cannot be a household of this place; undefined where they can. A household is of one place, and nobody keeps house twice at it. */
export function hindrance({ id, area, housing }: Home, asked: readonly string[], lodgings: readonly Lodging[], head: string | null): string | undefined {
  if (lodgings.length < new Set(asked).size) return '有成员的居住登记不存在'
  if (lodgings.some(({ until }) => until !== null)) return '有成员已经搬离'
  if (lodgings.some((one) => one.area !== area || one.housing !== housing)) return '成员要住在同一处'
  if (lodgings.some(({ household }) => household !== null && household !== id)) return '有成员已在另一户里，请先从那一户移出'
  if (head !== null && !lodgings.some(({ person }) => person === head)) return '户主要是本户成员'
  return undefined
}

/** Why these cannot leave for a household of their own; undefined where they can. */
export function splitHindrance(present: readonly string[], leaving: readonly string[]): string | undefined {
  if (leaving.some((one) => !present.includes(one))) return '只能分出本户现有的成员'
  return new Set(leaving).size < present.length ? undefined : '至少要留一人在本户'
}

/** Why one household cannot become part of another; undefined where it can. */
export function mergeHindrance(kept: Home, dropped: Home): string | undefined {
  if (kept.id === dropped.id) return '不能与自己并户'
  return kept.area === dropped.area && kept.housing === dropped.housing ? undefined : '两户要在同一处'
}
