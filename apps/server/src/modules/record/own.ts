import type { RecordKind } from '@linli/contract'
import { readValue } from '@linli/contract/words/base/read'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { fieldsFor, knownFor } from './fields.ts'

/** What a field that an office added is to hold: words are found by a `part` of them, anything else as a `whole`, which is JSON. */
export interface OwnWanted { name: string, part: string | null, whole: string | null }
interface Place { subdistrict: number, area: string }

/** What is asked of a field that an office added. Sensitive ones are sealed and not looked for. @throws Problem input.invalid */
export async function ownWanted(ctx: Ctx, kind: RecordKind, place: Place, own: { name: string, value: string } | undefined): Promise<OwnWanted | undefined> {
  if (!own) return undefined
  const fields = await fieldsFor(ctx, kind, place)
  const field = fields.find(({ name, part }) => part === 'own' && name === own.name)
  if (!field || field.isSensitive) throw new Problem('input.invalid', { fields: [{ path: 'own', message: field ? '敏感项目加密保存，不能用来查找' : '没有这一项' }] })
  if (field.type === 'text' || field.type === 'longText') return { name: field.name, part: own.value, whole: null }
  const read = readValue(field, own.value, await knownFor(ctx, fields, place))
  if (!read.ok || read.value === null) throw new Problem('input.invalid', { fields: [{ path: 'own', message: read.ok ? '请填写要找的值' : read.message }] })
  return { name: field.name, part: null, whole: JSON.stringify(read.value) }
}

/** The same as a condition on `facts`. @throws Problem input.invalid */
export async function ownCondition(ctx: Ctx, kind: RecordKind, place: Place, own: { name: string, value: string } | undefined): Promise<RawBuilder<boolean> | undefined> {
  const wanted = await ownWanted(ctx, kind, place, own)
  if (!wanted) return undefined
  return wanted.part === null ? sql<boolean>`facts -> ${wanted.name} @> ${wanted.whole}::jsonb` : sql<boolean>`strpos(facts ->> ${wanted.name}, ${wanted.part}) > 0`
}
