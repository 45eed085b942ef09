import { besideFields, type Field, type IntakeKind, type Output, type RecordKind, type Value, type Values } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { fieldsFor, knownFor } from './fields.ts'
import * as queries from './queries.ts'
import { shown, type Revised } from './revise.ts'
import { masked } from './rules.ts'

type FieldView = Output<'person', 'fields'>['rows'][number]
type RevisionView = Output<'person', 'history'>['rows'][number]
interface Place { subdistrict: number, area: string }

/** The fields of a form or a grid, with the codes to choose from. */
export const fieldViews = async (ctx: Ctx, kind: RecordKind, place: Place): Promise<FieldView[]> => viewsOf(ctx, await fieldsFor(ctx, kind, place), place)

/** The same of fields that are in no dictionary of the base. */
export async function viewsOf(ctx: Ctx, fields: readonly Field[], place: { area: string }): Promise<FieldView[]> {
  const { tables } = await knownFor(ctx, fields, place)
  return fields.map(({ name, label, type, part, max = null, isSensitive = false, isRequired = false, table }) => ({ name, label, type, part, max, isSensitive, isRequired, options: table === undefined ? null : [...tables[table]?.entries ?? []], retired: [...tables[table ?? '']?.retired ?? []] }))
}

export const shownFor = async (ctx: Ctx, kind: RecordKind, place: Place, values: Values): Promise<Values> => shown(await fieldsFor(ctx, kind, place), values)

/** How values are said in the office's words: codes as they are called. */
export async function inWords(ctx: Ctx, fields: readonly Field[], place: Place): Promise<(field: Field, value: Value) => string> {
  const { tables } = await knownFor(ctx, fields, place)
  const called = (table: string | undefined, code: Value) => [...tables[table ?? '']?.entries ?? [], ...tables[table ?? '']?.retired ?? []].find((entry) => entry.code === code)?.label ?? String(code)
  return ({ table }, value) => (Array.isArray(value) ? value.map((one) => called(table, one)).join('、') : typeof value === 'boolean' ? (value ? '是' : '否') : called(table, value))
}

/** What was changed when by whom from what, the newest first; what stood before is masked where it is sensitive. Tags and how somebody lives are told with the fields; `also` is what a kind keeps besides. */
export const historyOf = async (ctx: Ctx, { kind, ...key }: Place & { kind: RecordKind, id: string }, also: readonly Field[] = []): Promise<RevisionView[]> => historyAs(ctx, [...await fieldsFor(ctx, kind, key), ...besideFields[kind as IntakeKind] ?? [], ...also], key)

/** The same by fields that are in no dictionary of the base. */
export async function historyAs(ctx: Ctx, fields: readonly Field[], key: queries.Key): Promise<RevisionView[]> {
  const rows = await queries.listRevisions(ctx, key)
  return rows.map((row) => {
    const before = beforeOf(ctx, row)
    const of = (name: string) => fields.find((field) => field.name === name)
    return {
      no: row.no, at: row.at.toISOString(), by: row.by_name, source: row.source as RevisionView['source'], sourceName: row.source_name,
      fields: row.fields.map((name) => ({ name, label: of(name)?.label ?? name, before: masked(of(name) ?? { name, type: 'text', isSensitive: true }, before[name] ?? null) })),
    }
  })
}

/** What stood before a change, in clear. */
export const beforeOf = (ctx: Ctx, row: queries.RevisionRow): Values => ({ ...row.before as Values, ...(row.sealed && JSON.parse(ctx.crypto.decrypt(row.sealed, 'revision.sealed')) as Values) })

/** What stood in these fields before a change, to be put back. @throws Problem input.invalid where the change did not touch one of them. */
export async function stoodBefore(ctx: Ctx, key: queries.Key, { no, fields }: { no: number, fields: string[] }): Promise<Values> {
  const revision = found((await queries.listRevisions(ctx, key)).find((one) => one.no === no))
  if (fields.some((name) => !revision.fields.includes(name))) throw new Problem('input.invalid', { fields: [{ path: 'fields', message: '这次变更没有改过这一项' }] })
  const before = beforeOf(ctx, revision)
  return Object.fromEntries(fields.map((name) => [name, before[name] ?? null]))
}

/** Looking a record over and finding it right is worth remembering too. */
export const changed = (kind: RecordKind, { changed: names }: Pick<Revised, 'changed'>): string => `${kind}.${names.length > 0 ? 'changed' : 'confirmed'}`

/** One value in clear, for a purpose that is kept. `isAllowed` where more than the area decides. @throws Problem may.not, not-found where there is no such value */
export function reveal(ctx: Ctx, subject: Subject, values: Values, { field, purpose, isAllowed = mayIn(ctx.actor, 'base.reveal', subject.area) }: { field: string, purpose: string, isAllowed?: boolean }): { value: string } {
  if (!isAllowed) throw new Problem('may.not')
  const value = values[field] ?? null
  if (value === null) throw new Problem('not-found', { detail: '没有登记这一项' })
  ctx.record(`${subject.kind}.revealed`, subject, { field, purpose })
  return { value: String(value) }
}
