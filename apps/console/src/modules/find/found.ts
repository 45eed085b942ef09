import type { Output } from '@linli/contract'
import { aboutWords, homeWords } from '../person/person-view.ts'

export type FoundKind = 'person' | 'housing' | 'household' | 'enterprise' | 'thing' | 'tag'
export interface Found { kind: FoundKind, id: string, to: string, title: string, numbers?: string, about: string }
export interface FoundGroup { title: string, rows: Found[] }

type All = Output<'find', 'all'>
export type HouseholdRow = Output<'household', 'list'>['rows'][number]

/** Beside what the box itself answers: the households of the housing it found, and the tags that have the words. */
export interface Beside { households?: readonly HouseholdRow[], tags?: readonly string[] }

const joined = (...words: (string | null | undefined)[]) => words.filter((word) => word).join(' ')

/** What was found as lines to choose from, each kind the best first; what is asked for besides comes last, so that nothing moves under a finger. Kinds of which nothing was found are left out. */
export function groupsOf(found: All | undefined, { households = [], tags = [] }: Beside = {}): FoundGroup[] {
  if (!found) return []
  return [
    { title: '人口', rows: found.people.map((one) => ({ kind: 'person' as const, id: one.id, to: `/person/${one.id}`, title: one.name, numbers: joined(aboutWords(one), one.number ?? one.phone), about: homeWords(one) })) },
    { title: '房屋', rows: found.housing.map((one) => ({ kind: 'housing' as const, id: one.id, to: `/housing/${one.id}`, title: one.address, about: one.areaName })) },
    { title: '企业组织', rows: found.enterprises.map((one) => ({ kind: 'enterprise' as const, id: one.id, to: `/enterprise/${one.id}`, title: one.name, numbers: one.creditCode ?? undefined, about: one.address ?? one.areaName })) },
    { title: '物与部件', rows: found.things.map((one) => ({ kind: 'thing' as const, id: one.id, to: `/thing/${one.id}`, title: one.name, numbers: one.code ?? undefined, about: one.address ?? one.areaName })) },
    { title: '家庭户', rows: households.map((one) => ({ kind: 'household' as const, id: one.id, to: `/household/${one.id}`, title: householdTitle(one), numbers: `${one.people} 人`, about: one.address ?? one.areaName })) },
    { title: '标签', rows: tags.flatMap((name) => [tagged(name, 'person', '这个标签的人'), tagged(name, 'enterprise', '这个标签的企业组织')]) },
  ].filter(({ rows }) => rows.length > 0)
}

const tagged = (name: string, kind: 'person' | 'enterprise', about: string): Found => ({ kind: 'tag', id: `${kind} ${name}`, to: `/${kind}?tag=${encodeURIComponent(name)}`, title: name, about })

/** A household is called by who answers for it. */
export const householdTitle = ({ head, no }: Pick<HouseholdRow, 'head' | 'no'>): string => head ? `${head.name}户` : no ? `户号 ${no}` : '未定户主的一户'
