import type { Output } from '@linli/contract'
import { aboutWords, homeWords } from '../person/person-view.ts'

export interface Found { kind: 'person' | 'housing', id: string, to: string, title: string, numbers?: string, about: string }

/** What was found as lines to choose from: people with where they live, housing with where it lies. */
export function groupsOf(found: Output<'find', 'all'> | undefined): { title: string, rows: Found[] }[] {
  if (!found) return []
  return [
    { title: '人口', rows: found.people.map((one) => ({ kind: 'person' as const, id: one.id, to: `/person/${one.id}`, title: one.name, numbers: [aboutWords(one), one.number ?? one.phone ?? ''].filter((word) => word !== '').join(' '), about: homeWords(one) })) },
    { title: '房屋', rows: found.housing.map((one) => ({ kind: 'housing' as const, id: one.id, to: `/housing/${one.id}`, title: one.address, about: one.areaName })) },
  ]
}
