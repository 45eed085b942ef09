import type { Field, RecordKind, Value, Values, ValueSource } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { fieldsFor, knownFor } from './fields.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { isOpenIn } from './store.ts'

/** A record as it stands; `revision` 0 is one that is not there yet. */
export interface Standing { kind: RecordKind, subdistrict: number, area: string, id: string, values: Values, sources: rules.Sources, revision: number }
/** Where the values come from: an import batch, a visit, a form; `by` is who sent them, where a job writes them down. What somebody has decided for stands. */
export interface From { source: ValueSource, ref?: string, name?: string, by?: { id: string, name: string }, isDecided?: boolean }
export interface Revised { values: Values, changed: string[], overruled: string[], sources: rules.Sources, revision: number }

/** Reads values as people and files write them. @throws Problem input.invalid naming each field to mend. */
export async function readGiven(ctx: Ctx, place: Pick<Standing, 'kind' | 'subdistrict' | 'area'>, given: Values, before: Values = {}): Promise<Values> {
  return readAs(ctx, await fieldsFor(ctx, place.kind, place), place, { given, before })
}

/** The same by fields that are in no dictionary of the base. */
export async function readAs(ctx: Ctx, fields: readonly Field[], place: { area: string }, { given, before = {} }: { given: Values, before?: Values }): Promise<Values> {
  const { values, faults } = rules.readAll(fields, given, await knownFor(ctx, fields, place), before)
  if (faults.length > 0) throw new Problem('input.invalid', { fields: faults })
  return values
}

/**
 * Settles values that were read with what stands, and writes down what changed and what was overruled. The record itself is stored by whose it is,
 * after this for one that stands, before it for a new one: what may be written down of a record follows from seeing it.
 */
export async function settle(ctx: Ctx, standing: Standing, values: Values, from: From): Promise<Revised> {
  const no = standing.revision + 1
  const settled = rules.settle(standing.values, standing.sources, values, { source: from.source, no, isDecided: from.isDecided ?? false, ranks: await queries.listRanks(ctx, standing.subdistrict, standing.kind) as Record<string, ValueSource[]> })
  if (standing.revision === 0) return { ...settled, sources: { '*': [1, from.source] }, revision: 1 }
  return { ...settled, revision: settled.changed.length > 0 ? no : standing.revision }
}

/** Writes a settled change down. Sensitive values that stood before are sealed. */
export const note = async (ctx: Ctx, standing: Standing, revised: Revised, from: From): Promise<void> => noteAs(ctx, await fieldsFor(ctx, standing.kind, standing), standing, { revised, from })

/** The same by fields that are in no dictionary of the base. */
export async function noteAs(ctx: Ctx, fields: readonly Field[], standing: Omit<Standing, 'kind' | 'sources'> & { kind: string }, { revised, from }: { revised: Pick<Revised, 'changed' | 'revision'>, from: From }): Promise<void> {
  const isOpen = isOpenIn(fields)
  const by = { by: ctx.actor.id, by_name: ctx.actor.name, source: from.source, source_ref: from.ref ?? null }
  const place = { subdistrict: standing.subdistrict, record: standing.id, area: standing.area, kind: standing.kind }
  if (revised.changed.length > 0) {
    const before = Object.fromEntries(revised.changed.filter((name) => (standing.values[name] ?? null) !== null).map((name) => [name, standing.values[name]!]))
    const [plain, secret] = [pick(before, isOpen), pick(before, (name) => !isOpen(name))]
    await queries.insertRevision(ctx, { ...place, ...by, no: revised.revision, at: ctx.now, source_name: from.name ?? null, fields: revised.changed, before: JSON.stringify(plain), sealed: Object.keys(secret).length > 0 ? ctx.crypto.encrypt(JSON.stringify(secret), 'revision.sealed') : null })
  }
}

/** Reads, settles with what stands and writes down, all in one: for kinds of records that ask nothing between. */
export async function rewrite(ctx: Ctx, standing: Standing, given: Values, from: From): Promise<Revised> {
  const read = await readGiven(ctx, standing, given, standing.values)
  const revised = await settle(ctx, standing, read, from)
  await note(ctx, standing, revised, from)
  await keepAside(ctx, standing, read, revised.overruled, from)
  return revised
}

/** Keeps aside what a source says that does not stand, for somebody to decide. */
export async function keepAside(ctx: Ctx, standing: Standing, given: Values, fields: string[], from: From): Promise<void> {
  if (fields.length === 0) return
  const known = await fieldsFor(ctx, standing.kind, standing)
  await queries.replaceClaims(ctx, standing, from.source, fields)
  await queries.insertClaims(ctx, fields.map((field) => {
    const isSealed = !isOpenIn(known)(field)
    const value = JSON.stringify(given[field] ?? null)
    return {
      subdistrict: standing.subdistrict, id: ctx.newId(), record: standing.id, area: standing.area, kind: standing.kind, field, value: isSealed ? null : value, sealed: isSealed ? ctx.crypto.encrypt(value, 'claim.sealed') : null,
      source: from.source, source_ref: from.ref ?? null, by: from.by?.id ?? ctx.actor.id, by_name: from.by?.name ?? ctx.actor.name, at: ctx.now,
    }
  }))
}

const pick = (values: Record<string, Value>, isWanted: (name: string) => boolean) => Object.fromEntries(Object.entries(values).filter(([name]) => isWanted(name)))

/** The values that may be shown: sensitive ones masked. */
export const shown = (fields: readonly Field[], values: Values): Values => Object.fromEntries(fields.map((field) => [field.name, rules.masked(field, values[field.name] ?? null)]))
