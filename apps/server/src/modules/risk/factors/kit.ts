import type { RiskKind } from '@linli/contract'
import { sql, type RawBuilder } from 'kysely'

export type Sql = RawBuilder<unknown>

/** What is asked of a factor: as it stood at a moment, over so many days, of these matters, of people in these groups; `subjects` null: of everything there is. */
export interface Asking { subdistrict: number, at: Date, days: number, matters: readonly string[], groups: readonly string[], subjects: readonly string[] | null }

/**
 * Something that can be measured of a kind of subject. `measure` is a select of subject, area, value, records and count: `records` are the newest that
 * make the value (kind, id, label, at — never a name, a number or what somebody wrote), `count` is how many there are.
 */
export interface Factor {
  key: string
  kind: RiskKind
  label: string
  unit: string
  /** In the office's words: what is counted, from what, and what is not known. */
  words: string
  /** Over how many days unless a rule says otherwise; null: as it stands. */
  days: number | null
  hasMatters?: boolean
  hasGroups?: boolean
  /** Can it be measured as it stood at an earlier moment? */
  canLookBack: boolean
  measure: (asking: Asking) => Sql
}

/** Subjects that may have another value because records changed: a select of subject. `since` is the moment looked through last. */
export interface Touched { kinds: readonly RiskKind[], subjects: (asked: { subdistrict: number, since: Date }) => Sql }

/** What a module adds: one file of these, named in index.ts. */
export interface Source { factors: readonly Factor[], touched: readonly Touched[] }

export const records = (kind: Sql, id: Sql, label: Sql, at: Sql) => sql`(array_agg(jsonb_build_object('kind', ${kind}, 'id', ${id}, 'label', ${label}, 'at', ${at}) order by ${at} desc nulls last))[:20]`
export const word = (text: string) => sql.lit(text)
export const daysBefore = (at: Date, days: number) => sql`(${at}::timestamptz - make_interval(days => ${days}))`
export const among = (subject: Sql, { subjects }: Pick<Asking, 'subjects'>) => (subjects === null ? sql`true` : sql`${subject} = any (${subjects}::text[])`)
/** Path of the grid something lies in, null where no grid is known. */
export const gridOf = (area: Sql) => sql`substring(${area} from '^(?:/[^/]+){6}/')`
/** Who is cared for: present, and in one of the groups asked for. */
export const cared = (groups: readonly string[]) => sql`p.standing = 'present' and p.merged_into is null and ${groups.length > 0 ? sql`p.groups && ${groups}::text[]` : sql`p.groups <> '{}'`}`
