import type { RelationKind } from '@linli/contract'

export type End = 'person' | 'relative' | 'enterprise' | 'housing' | 'building'
const labels: Record<End, string> = { person: '人', relative: '亲属', enterprise: '单位', housing: '房屋', building: '楼幢' }

/** What stands at the ends; a landlord is a person or an enterprise. */
const ends: Record<RelationKind, readonly (readonly End[])[]> = {
  family: [['person', 'relative']], landlord: [['person', 'housing'], ['enterprise', 'housing']], employer: [['enterprise', 'person']], legalPerson: [['enterprise', 'person']], steward: [['person', 'building']],
}

/** Why these cannot be the ends of such a relation; undefined where they can. */
export function hindrance(kind: RelationKind, given: Partial<Record<End, unknown>>): { end: End, message: string } | undefined {
  const named = (Object.keys(labels) as End[]).filter((end) => given[end] !== undefined)
  if (ends[kind].some((right) => right.length === named.length && right.every((end) => named.includes(end)))) return given.person !== undefined && given.person === given.relative ? { end: 'relative', message: '不能是同一个人' } : undefined
  const end = ends[kind][0]!.find((one) => !named.includes(one)) ?? named.find((one) => !ends[kind].flat().includes(one)) ?? named.at(-1)!
  return { end, message: named.includes(end) ? `这种关系不涉及${labels[end]}` : `请选择${labels[end]}` }
}
