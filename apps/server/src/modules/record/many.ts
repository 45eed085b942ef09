import type { Field, Values, ValueSource } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'
import { keepAside, type From, type Revised, type Standing } from './revise.ts'
import * as rules from './rules.ts'
import { isOpenIn } from './store.ts'

/** What a source says of a record that stands. `says` tells for each field whose word stands: `fill` changes nothing that is there, `rule` goes by the order of sources, `take` overrules. */
export interface Given { standing: Standing, values: Values, says: (field: string) => 'fill' | 'rule' | 'take' }

/** Settles and writes down many records of one kind at once; the records themselves are stored by whose they are. */
export async function settleMany(ctx: Ctx, fields: readonly Field[], given: readonly Given[], from: From): Promise<Revised[]> {
  const [first] = given
  if (!first) return []
  const ranks = await queries.listRanks(ctx, first.standing.subdistrict, first.standing.kind) as Record<string, ValueSource[]>
  const revised = given.map(({ standing, values, says }): Revised => {
    const no = standing.revision + 1
    const said = Object.fromEntries(Object.entries(values).filter(([name]) => says(name) !== 'fill' || (standing.values[name] ?? null) === null))
    const taken = Object.fromEntries(Object.keys(said).filter((name) => says(name) === 'take').map((name) => [name, [from.source]]))
    const settled = rules.settle(standing.values, standing.sources, said, { source: from.source, no, ranks: { ...ranks, ...taken } })
    return { ...settled, revision: settled.changed.length > 0 ? no : standing.revision }
  })
  const isOpen = isOpenIn(fields)
  await queries.insertRevisions(ctx, given.flatMap(({ standing }, at) => revisionOf(ctx, standing, revised[at]!, { from, isOpen })))
  for (const [at, { standing, values }] of given.entries()) await keepAside(ctx, standing, values, revised[at]!.overruled, from)
  return revised
}

function revisionOf(ctx: Ctx, standing: Standing, { changed, revision }: Revised, { from, isOpen }: { from: From, isOpen: (name: string) => boolean }): Parameters<typeof queries.insertRevisions>[1] {
  if (changed.length === 0) return []
  const before = (open: boolean) => Object.fromEntries(changed.filter((name) => (standing.values[name] ?? null) !== null && isOpen(name) === open).map((name) => [name, standing.values[name]!]))
  const secret = before(false)
  return [{
    subdistrict: standing.subdistrict, record: standing.id, area: standing.area, kind: standing.kind, no: revision, at: ctx.now, by: from.by?.id ?? ctx.actor.id, by_name: from.by?.name ?? ctx.actor.name,
    source: from.source, source_ref: from.ref ?? null, source_name: from.name ?? null, fields: changed, before: JSON.stringify(before(true)), sealed: Object.keys(secret).length > 0 ? ctx.crypto.encrypt(JSON.stringify(secret), 'revision.sealed') : null,
  }]
}
