import type { RecordKind, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'
import type { Sources } from './rules.ts'

/** The values that are not named. */
export const without = <V>(values: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> => Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))

/** Where it was set anew by hand, no file says any more where it comes from, and none takes it back. */
export const setAnew = ({ sources }: { sources: unknown }, ...names: string[]): { sources: string } => ({ sources: JSON.stringify(without(sources as Sources, names)) })

/** Those of the names there is a value of. */
export const knownOf = (values: Values, names: readonly string[]): string[] => names.filter((name) => (values[name] ?? null) !== null)

/** What lay sealed together, without these; the very same where none of them was in it. */
function sealedWithout(ctx: Ctx, sealed: Buffer | null, names: readonly string[]): Buffer | null {
  if (sealed === null) return null
  const before = JSON.parse(ctx.crypto.decrypt(sealed, 'revision.sealed')) as Values
  const left = without(before, names)
  if (Object.keys(left).length === 0) return null
  return Object.keys(left).length === Object.keys(before).length ? sealed : ctx.crypto.encrypt(JSON.stringify(left), 'revision.sealed')
}

interface Forgotten { no: number, names: readonly string[] }

/** Takes what stood before in these fields out of a record's history, and what was kept aside of them; the history goes on to say that they were changed, and now deleted. */
export async function forgetFields(ctx: Ctx, key: { kind: RecordKind, subdistrict: number, area: string, id: string }, { no, names }: Forgotten): Promise<void> {
  for (const row of await queries.listRevisions(ctx, key)) if (row.fields.some((name) => names.includes(name))) await queries.forgetRevision(ctx, row, { names, sealed: sealedWithout(ctx, row.sealed, names) })
  await queries.forgetClaims(ctx, key, names)
  await queries.insertRevision(ctx, { subdistrict: key.subdistrict, record: key.id, area: key.area, kind: key.kind, no, at: ctx.now, by: ctx.actor.id, by_name: ctx.actor.name, source: 'form', source_ref: null, source_name: '按规定删除', fields: [...names], before: '{}', sealed: null })
}
