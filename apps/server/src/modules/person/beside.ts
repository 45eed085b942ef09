import { besideFields, type Value, type Values } from '@linli/contract'
import { codeTables } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Standing } from '../record/index.ts'
import * as queries from './queries.ts'

/** What is kept of somebody beside the fields of their record: how they live in their main home, and their tags. A ledger that comes back may change it; it is in the history like any value. */
export const besideNames: readonly string[] = besideFields.person.map(({ name }) => name)

export interface Home { id: string, person: string, role: string, since: string | null }

/** Where people mainly live, as far as it is seen. */
export const homesOf = async (ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<Map<string, Home>> => new Map((await queries.listMainHomes(ctx, subdistrict, ids)).map((home) => [home.person, home]))

export const withBesides = (standing: Standing, { tags }: Pick<queries.PersonRow, 'tags'>, home: Home | undefined): Standing =>
  ({ ...standing, values: { ...standing.values, tags: tags.length === 0 ? null : tags, ...home && { 'at.role': home.role, 'at.since': home.since } } })

/** Stores what changed of it. */
export async function storeBesides(ctx: Ctx, row: queries.PersonRow, home: Home | undefined, { values, changed }: { values: Values, changed: readonly string[] }): Promise<void> {
  if (changed.includes('tags')) await queries.update(ctx, row, { tags: (values.tags ?? []) as string[] })
  if (home && (changed.includes('at.role') || changed.includes('at.since'))) await queries.updateResidency(ctx, { subdistrict: row.subdistrict, id: home.id }, { role: values['at.role'] as string, since: (values['at.since'] ?? null) as string | null })
}

/** In a history codes are told as they are called. */
export const besideWords = (name: string, value: Value): Value => (name === 'at.role' ? codeTables.residencyRole!.entries.find(({ code }) => code === value)?.label ?? value : value)
