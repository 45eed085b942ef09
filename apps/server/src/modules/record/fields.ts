import { baseKinds, type Field, type FieldType, type RecordKind } from '@linli/contract'
import type { Known } from '@linli/contract/words/base/read'
import { areaAt, dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

/** Everything that may be known of a kind of record in this place: what ships, and what the office and the community added. */
export async function fieldsFor(ctx: Ctx, kind: RecordKind, { subdistrict, area }: { subdistrict: number, area: string }): Promise<Field[]> {
  const own = await queries.listOwnFields(ctx, subdistrict, kind, above(area))
  return [...baseKinds[kind]?.fields ?? [], ...own.map((row): Field => ({
    name: row.name, label: row.label, type: row.type as FieldType, part: 'own', ...(row.type.startsWith('code') && { table: row.name, options: row.options }), ...(row.max !== null && { max: row.max }), isSensitive: row.is_sensitive,
  }))]
}

/** Code tables of these fields, as the office has them; the options of an own field are its codes. */
export async function knownFor(ctx: Ctx, fields: readonly Field[], { area }: { area: string }): Promise<Known> {
  const today = dayOf(ctx.now)
  const tables = await queries.listCodes(ctx, [...new Set(fields.flatMap(({ table, options }) => (options ? [] : table ?? [])))], ['/', ...above(area)], today)
  for (const { table, options } of fields) if (table !== undefined && options) tables[table] = { entries: options.map((option) => ({ code: option, label: option })), retired: [] }
  return { tables, today }
}

/** The sub-district and, where it is known, the community of a place. */
function above(area: string): string[] {
  if (area === '/') return []
  return (['subdistrict', 'community'] as const).flatMap((level) => areaAt(area, level) ?? [])
}
