import type { Asked, Output } from '@linli/contract'
import type { RecordKind, RelationKind } from '@linli/contract/words/index'

export type RelationRow = Output<'relation', 'list'>['rows'][number]
/** Kinds of records that have relations. */
export type Related = Extract<RecordKind, 'person' | 'enterprise' | 'housing' | 'building'>
type End = 'person' | 'relative' | 'enterprise' | 'housing' | 'building'

export const questionOf = (kind: Related, id: string): Asked<'relation', 'list'> => ({ [kind]: id })

/** What may be entered from a record's page: which relation, what it is called from there, and what stands at the other end. */
export interface Way { kind: RelationKind, words: string, other: End }

const ways: Record<Related, readonly Way[]> = {
  person: [{ kind: 'family', words: '亲属', other: 'relative' }, { kind: 'employer', words: '工作单位', other: 'enterprise' }, { kind: 'legalPerson', words: '任法定代表人的单位', other: 'enterprise' }, { kind: 'landlord', words: '出租的房屋', other: 'housing' }, { kind: 'steward', words: '任楼栋长的楼幢', other: 'building' }],
  enterprise: [{ kind: 'legalPerson', words: '法定代表人', other: 'person' }, { kind: 'employer', words: '从业人员', other: 'person' }, { kind: 'landlord', words: '出租的房屋', other: 'housing' }],
  housing: [{ kind: 'landlord', words: '房东（个人）', other: 'person' }, { kind: 'landlord', words: '房东（单位）', other: 'enterprise' }],
  building: [{ kind: 'steward', words: '楼栋长', other: 'person' }],
}
export const waysOf = (kind: Related): readonly Way[] => ways[kind]

export interface OtherEnd { words: string, /** Null where it is not for the viewer to see. */ name: string | null, to: string | null }

const pages: Record<End, (id: string) => string> = {
  person: (id) => `/person/${id}`, relative: (id) => `/person/${id}`, enterprise: (id) => `/enterprise/${id}`, housing: (id) => `/housing/${id}`, building: (path) => `/housing?area=${encodeURIComponent(path)}`,
}

/** What a relation says on the page of one of its ends: what the other end is to it, and where that is. `kinship` is what the relative is to the person. */
export function otherEnd(row: RelationRow, of: Related, id: string, kinship: string): OtherEnd {
  if (row.kind === 'family') return row.person?.id === id ? endAt(row, 'relative', kinship || '亲属') : endAt(row, 'person', kinship ? `亲属（对方登记为其${kinship}）` : '亲属')
  const way = ways[of].find((one) => one.kind === row.kind && row[one.other])
  return way ? endAt(row, way.other, way.words.replace(/（.*）/, '')) : { words: '', name: null, to: null }
}

function endAt(row: RelationRow, end: End, words: string): OtherEnd {
  const { id, name } = row[end] ?? { id: '', name: null }
  return { words, name, to: name === null ? null : pages[end](id) }
}

export const sinceWords = ({ since, until }: Pick<RelationRow, 'since' | 'until'>): string => until !== null ? `${since ?? '…'} 至 ${until}` : since ? `${since} 起` : ''
