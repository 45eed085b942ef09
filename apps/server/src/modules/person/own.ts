import type { Field, Value } from '@linli/contract'
import type { KnownTable } from '@linli/contract/words/base/read'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { fieldsFor, forgetFields, knownFor } from '../record/index.ts'
import { subjectOf } from './actions.ts'
import * as queries from './queries.ts'
import { rowOf, sourcesOf, valuesOf } from './row.ts'

/** Everything known of somebody, in words and in clear: for the person themself. */
export async function holds(ctx: Ctx, { person }: About): Promise<Held[]> {
  const row = person === null ? undefined : await queries.find(ctx, person)
  if (!row) return []
  const fields = await fieldsFor(ctx, 'person', row)
  const { tables } = await knownFor(ctx, fields, row)
  const values = valuesOf(ctx, row)
  const residencies = await queries.listResidencies(ctx, row)
  const roles = (await knownFor(ctx, [{ name: 'role', label: '', type: 'code', part: '', table: 'residencyRole' }], row)).tables.residencyRole
  const labelOf = (table: string | undefined, code: Value) => wordsOf(tables[table ?? '']).find((entry) => entry.code === code)?.label ?? String(code)
  const words = ({ table }: Field, value: Value) => (Array.isArray(value) ? value.map((one) => labelOf(table, one)).join('、') : typeof value === 'boolean' ? (value ? '是' : '否') : labelOf(table, value))
  return [
    { title: '人口登记', lines: fields.filter(({ name }) => (values[name] ?? null) !== null).map((field) => ({ label: field.label, value: words(field, values[field.name]!) })) },
    { title: '标签', lines: row.tags.map((tag) => ({ label: '标签', value: tag })) },
    { title: '居住', lines: residencies.map(({ role, since, until, address }) => ({ label: wordsOf(roles).find((entry) => entry.code === role)?.label ?? role, value: `${address ?? row.address ?? ''}，${since ?? '不详'}至${until ?? '今'}` })) },
  ]
}

/** Also of codes that are offered no more. */
const wordsOf = (table: KnownTable | undefined) => [...table?.entries ?? [], ...table?.retired ?? []]

/** The fields something is known in, or all of them. */
export async function fieldsOf(ctx: Ctx, id: string, isAll = false): Promise<Field[]> {
  const row = found(await queries.find(ctx, id))
  const values = valuesOf(ctx, row)
  return (await fieldsFor(ctx, 'person', row)).filter(({ name }) => isAll || (values[name] ?? null) !== null)
}

/** A record that is kept for its figures, and nobody's any more. */
const nameless = '（已清理）'

/** Has somebody's name been forgotten? */
export const isForgotten = ({ name }: Pick<queries.PersonRow, 'name'>): boolean => name === nameless

/**
 * Deletes values with their history: nothing of them is kept, but that they were deleted. With the name goes all that says where. The records that were made part of this one
 * forget the same. Gives those there was a value of.
 */
export async function forget(ctx: Ctx, id: string, names: readonly string[]): Promise<string[]> {
  const row = found(await queries.lock(ctx, id))
  for (const part of await queries.listMergedInto(ctx, row)) await forgetOne(ctx, found(await queries.lock(ctx, part.id)), names)
  return forgetOne(ctx, row, names)
}

async function forgetOne(ctx: Ctx, row: queries.PersonRow, names: readonly string[]): Promise<string[]> {
  const before = valuesOf(ctx, row)
  const left = Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name)))
  const isNameless = names.includes('name')
  if (isNameless) left.name = nameless
  const sources = Object.fromEntries(Object.entries(sourcesOf(row)).filter(([name]) => !names.includes(name)))
  const after = await queries.update(ctx, row, { ...rowOf(ctx, await fieldsFor(ctx, 'person', row), left), ...(isNameless && { address: null, tags: [] }), sources: JSON.stringify(sources), revision: row.revision + 1, changed_at: ctx.now })
  await forgetFields(ctx, { kind: 'person', subdistrict: row.subdistrict, area: row.area, id: row.id }, { no: after.revision, names })
  ctx.record('person.forgotten', subjectOf(after), { fields: names })
  return names.filter((name) => (before[name] ?? null) !== null)
}

export async function findPeopleByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await ctx.db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).where('merged_into', 'is', null).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
