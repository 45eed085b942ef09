import type { Field, RecordKind, Values, ValueSource } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { without } from './forget.ts'
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

/** One of a kind as it stands, for what says something of it. */
export interface Saying { id: string, values: (now: Standing) => Values, says: Given['says'] }
/** How records of a kind are kept, for what writes many of them at once; their tags lie beside their values, and are in the history like any. */
export interface Keeping<Row> { find: (ctx: Ctx, subdistrict: number, ids: readonly string[], isHeld: boolean) => Promise<Row[]>, standingOf: (ctx: Ctx, row: Row) => Standing, tagsOf: (row: Row) => string[], nameOf: (row: Row) => string, store: (ctx: Ctx, row: Row, revised: Revised, also: { tags?: string[] }) => Promise<unknown> }

/** Many records of a kind as they stand, by their ids; and what one source says of many of them. What is gone is not among the answers. */
export function storeOf<Row>({ find, standingOf: fieldsOf, tagsOf, nameOf, store }: Keeping<Row>) {
  const standingOf = (ctx: Ctx, row: Row): Standing => {
    const standing = fieldsOf(ctx, row)
    return { ...standing, values: { ...standing.values, tags: tagsOf(row).length === 0 ? null : tagsOf(row) } }
  }
  const alsoOf = ({ changed, values }: Revised) => (changed.includes('tags') ? { tags: (values.tags ?? []) as string[] } : {})
  return {
    async standing(ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Map<string, Standing & { name: string }>> {
      const rows = ids.length === 0 ? [] : await find(ctx, subdistrict, ids, false)
      return new Map(rows.map((row) => [standingOf(ctx, row), nameOf(row)] as const).map(([standing, name]) => [standing.id, { ...standing, name }]))
    },
    async revise(ctx: Ctx, { subdistrict, fields }: { subdistrict: number, fields: readonly Field[] }, wanted: readonly Saying[], from: From): Promise<Map<string, { revision: number, isChanged: boolean }>> {
      const rows = new Map((await find(ctx, subdistrict, wanted.map(({ id }) => id), true)).map((row) => [standingOf(ctx, row), row] as const).map(([standing, row]) => [standing.id, { standing, row }]))
      const there = wanted.flatMap(({ id, values, says }) => { const one = rows.get(id); return one ? [{ ...one, values: values(one.standing), says }] : [] })
      const revised = await settleMany(ctx, fields, there, from)
      for (const [at, one] of revised.entries()) if (one.changed.length > 0) await store(ctx, there[at]!.row, { ...one, values: without(one.values, ['tags']) }, alsoOf(one))
      return new Map(revised.map(({ revision, changed }, at) => [there[at]!.standing.id, { revision, isChanged: changed.length > 0 }]))
    },
  }
}

/** Writes down that many records were entered, after they were: what may be written down of a record follows from seeing it. */
export const noteEntered = (ctx: Ctx, kind: RecordKind, entered: readonly { id: string, subdistrict: number, area: string, values: Values }[], from: From): Promise<unknown> =>
  queries.insertRevisions(ctx, entered.map(({ id, subdistrict, area, values }) => ({
    subdistrict, record: id, area, kind, no: 1, at: ctx.now, by: from.by?.id ?? ctx.actor.id, by_name: from.by?.name ?? ctx.actor.name, source: from.source, source_ref: from.ref ?? null, source_name: from.name ?? null,
    fields: Object.keys(values).filter((name) => (values[name] ?? null) !== null), before: '{}', sealed: null,
  })))
