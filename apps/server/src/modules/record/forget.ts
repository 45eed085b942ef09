import type { RecordKind, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

interface Forgotten { no: number, names: readonly string[] }

/** Takes what stood before in these fields out of a record's history, and what was kept aside of them; the history goes on to say that they were changed, and now deleted. */
export async function forgetFields(ctx: Ctx, key: { kind: RecordKind, subdistrict: number, area: string, id: string }, { no, names }: Forgotten): Promise<void> {
  const without = (values: Values) => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
  for (const row of await queries.listRevisions(ctx, key)) {
    if (!row.fields.some((name) => names.includes(name))) continue
    const sealed = row.sealed === null ? {} : without(JSON.parse(ctx.crypto.decrypt(row.sealed, 'revision.sealed')) as Values)
    await queries.forgetRevision(ctx, row, { before: without(row.before as Values), sealed: Object.keys(sealed).length > 0 ? ctx.crypto.encrypt(JSON.stringify(sealed), 'revision.sealed') : null })
  }
  await queries.forgetClaims(ctx, key, names)
  await queries.insertRevision(ctx, { subdistrict: key.subdistrict, record: key.id, area: key.area, kind: key.kind, no, at: ctx.now, by: ctx.actor.id, by_name: ctx.actor.name, source: 'form', source_ref: null, source_name: '按规定删除', fields: [...names], before: '{}', sealed: null })
}
