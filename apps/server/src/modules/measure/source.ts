import { codeTables } from '@linli/standards'
import { sql, type RawBuilder } from 'kysely'

type Sql = RawBuilder<unknown>

/** What a source counts once for each of its rows that it holds for; `day`: the day of what depends on today. */
export interface Measure { label: string, words: string, when?: (day: Sql) => Sql }

/** Rows told apart by a value: each row counts for its value, or for each of several (`isMany`). `values`: their labels, or of what they are the keys. */
export interface Dimension { label: string, words: string, key: (day: Sql) => Sql, isMany?: true, values: Readonly<Record<string, string>> | 'matter' | 'unit' }

/** What the list behind a number shows of a row. */
export interface Shown { kind: string, id?: Sql, title: Sql, note: Sql, at?: Sql }

/**
 * What is counted of one table, whose rows are `r` with `subdistrict`, `area` and `id`. Without `at` it is what stands now; with it, what happened when.
 * A trigger on the table tells where something changed (migration 0160, `measured`).
 */
export interface Source {
  name: string
  label: string
  from: Sql
  where: Sql
  at?: Sql
  measures: Readonly<Record<string, Measure>>
  dimensions: Readonly<Record<string, Dimension>>
  /** Its figures change with the day although no record does. */
  isOfToday?: true
  /** Small numbers of it would name people to who knows the place. */
  isPersonal?: true
  /** Who may see its rows. */
  may: 'base.view' | 'event.view' | 'talk.view'
  shown: Shown
}

/** The labels of a code table of the standards. */
export const labelsOf = (table: string): Record<string, string> => Object.fromEntries(codeTables[table]!.entries.map(({ code, label }) => [code, label]))

/** The key of a value of a dimension among the counts. */
export const keyOf = (dimension: string, value: string): string => `${dimension}=${value}`

/** In words, what a key counts; undefined: the source has no such key. */
export function wordsOf({ measures, dimensions, label }: Source, key: string): { label: string, words: string } | undefined {
  if (Object.hasOwn(measures, key)) return measures[key]
  const [name = '', value = ''] = key.split('=')
  const dimension = Object.hasOwn(dimensions, name) ? dimensions[name] : undefined
  const said = typeof dimension?.values === 'string' ? value || undefined : dimension && Object.hasOwn(dimension.values, value) ? dimension.values[value] : undefined
  return said === undefined ? undefined : { label: said, words: `${label}中${dimension!.label}为“${said}”的` }
}

/** All keys a row counts for, as an array. */
export function keysOf({ measures, dimensions }: Source, day: Sql): Sql {
  const one = [
    ...Object.entries(measures).map(([name, { when }]) => (when ? sql`case when ${when(day)} then ${sql.lit(name)} end` : sql.lit(name))),
    ...Object.entries(dimensions).filter(([, { isMany }]) => !isMany).map(([name, { key }]) => sql`${sql.lit(`${name}=`)} || (${key(day)})::text`),
  ]
  const many = Object.entries(dimensions).filter(([, { isMany }]) => isMany).map(([name, { key }]) => sql`array(select ${sql.lit(`${name}=`)} || value from unnest(${key(day)}) as value)`)
  return sql.join([sql`array_remove(array[${sql.join(one)}]::text[], null)`, ...many], sql` || `)
}

/** Whether a row counts for a key. */
export function isCounted({ measures, dimensions }: Source, key: string, day: Sql): Sql {
  if (Object.hasOwn(measures, key)) return measures[key]!.when?.(day) ?? sql`true`
  const [name = '', value = ''] = key.split('=')
  const { key: of, isMany } = dimensions[name]!
  return isMany ? sql`${value} = any (${of(day)})` : sql`(${of(day)})::text = ${value}`
}
