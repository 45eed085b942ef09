import { personFields, type Field, type Values } from '@linli/contract'
import type { KnownTable } from '@linli/contract/words/base/read'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { beforeOf, claimedFields, fieldsFor, forgetFields, inWords, knownFor, knownOf, listRevisions, without } from '../record/index.ts'
import { subjectOf } from './actions.ts'
import { besideNames } from './beside.ts'
import * as queries from './queries.ts'
import { apart, rowOf, sourcesOf, valuesOf } from './row.ts'

/** Everything known of somebody, in words and in clear: for the person themself. */
export async function holds(ctx: Ctx, { person }: About): Promise<Held[]> {
  const row = person === null ? undefined : await queries.find(ctx, person)
  if (!row) return []
  const fields = await fieldsFor(ctx, 'person', row)
  const values = valuesOf(ctx, row)
  const residencies = await queries.listResidencies(ctx, row)
  const roles = (await knownFor(ctx, [{ name: 'role', label: '', type: 'code', part: '', table: 'residencyRole' }], row)).tables.residencyRole
  const words = await inWords(ctx, fields, row)
  return [
    { title: '人口登记', lines: fields.filter(({ name }) => (values[name] ?? null) !== null).map((field) => ({ label: field.label, value: words(field, values[field.name]!) })) },
    { title: '已停用的项目', lines: namesIn(without(values, fields.map(({ name }) => name))).map((name) => ({ label: '已停用的项目', value: String(values[name]) })) },
    { title: '标签', lines: row.tags.map((tag) => ({ label: '标签', value: tag })) },
    { title: '居住', lines: residencies.map(({ role, since, until, address }) => ({ label: wordsOf(roles).find((entry) => entry.code === role)?.label ?? role, value: `${address ?? row.address ?? ''}，${since ?? '不详'}至${until ?? '今'}` })) },
  ]
}

/** Also of codes that are offered no more. */
const wordsOf = (table: KnownTable | undefined) => [...table?.entries ?? [], ...table?.retired ?? []]

/** The fields something is known in — now, before a change, by a source that was not heeded, in a record that was made part of this one —, or all of them. */
export async function fieldsOf(ctx: Ctx, id: string, isAll = false): Promise<Field[]> {
  const row = found(await queries.find(ctx, id))
  const fields = await fieldsFor(ctx, 'person', row)
  if (isAll) return fields
  const known = new Set<string>()
  for (const one of [row, ...await queries.listParts(ctx, row)]) for (const name of [...namesIn(valuesOf(ctx, one)), ...(await listRevisions(ctx, one)).flatMap((revision) => namesIn(beforeOf(ctx, revision))), ...await claimedFields(ctx, one)]) known.add(name)
  return fields.filter(({ name }) => known.has(name))
}

const namesIn = (values: Values): string[] => Object.entries(values).filter(([, value]) => (value ?? null) !== null).map(([name]) => name)

/** A record that is kept for its figures, and nobody's any more. */
const nameless = '（已清理）'

/** Has somebody's name been forgotten? */
export const isForgotten = ({ name }: Pick<queries.PersonRow, 'name'>): boolean => name === nameless

/** `removed`: there was a value of. `archived`: stands in frozen ledgers, which are archives and are not changed. */
interface Forgotten { removed: string[], archived: string[] }

/**
 * Deletes values with their history, and wherever else they were repeated: nothing of them is kept, but that they were deleted. With the name goes all that says where. The records that
 * were made part of this one forget the same.
 */
export async function forget(ctx: Ctx, id: string, names: readonly string[]): Promise<Forgotten> {
  const row = found(await queries.lock(ctx, id))
  const open = (await fieldsFor(ctx, 'person', row)).filter(({ isSensitive }) => isSensitive !== true).map(({ name }) => name)
  const archived = await queries.forgetCopies(ctx, row, { names, sealed: [...new Set([...personFields.map(({ name }) => name), ...names])].filter((name) => !open.includes(name) && !apart.includes(name)) })
  const removed = new Set<string>()
  for (const part of await queries.listParts(ctx, row)) for (const name of await forgetOne(ctx, found(await queries.lock(ctx, part.id)), names)) removed.add(name)
  for (const name of await forgetOne(ctx, row, names)) removed.add(name)
  return { removed: [...removed], archived }
}

async function forgetOne(ctx: Ctx, row: queries.PersonRow, names: readonly string[]): Promise<string[]> {
  const before = valuesOf(ctx, row)
  const left = without(before, names)
  const isNameless = names.includes('name')
  if (isNameless) left.name = nameless
  const after = await queries.update(ctx, row, { ...rowOf(ctx, await fieldsFor(ctx, 'person', row), left), ...(isNameless && { address: null, tags: [] }), sources: JSON.stringify(without(sourcesOf(row), names)), revision: row.revision + 1, changed_at: ctx.now })
  await forgetFields(ctx, { kind: 'person', subdistrict: row.subdistrict, area: row.area, id: row.id }, { no: after.revision, names: isNameless ? [...names, ...besideNames] : names })
  ctx.record('person.forgotten', subjectOf(after), { fields: names })
  return knownOf(before, names)
}

/** What people are called, those who were made part of another as well, as far as the person asking sees them. */
export async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map(ids.length === 0 ? [] : (await ctx.db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute()).map(({ id, name }) => [id, name]))
}

export async function findPeopleByIds(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = ids.length === 0 ? [] : await ctx.db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).where('merged_into', 'is', null).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
