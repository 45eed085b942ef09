import type { Values } from '@linli/contract'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { keepAside, readGiven, type From, type Standing } from '../record/index.ts'
import { standingOf, subjectOf } from './actions.ts'
import * as queries from './queries.ts'

export interface Standings { name: string, standing: Standing, subject: Subject }

/** Somebody as they stand, for what sources say of them. */
export async function standsPerson(ctx: Ctx, id: string): Promise<Standings | undefined> {
  const row = await queries.find(ctx, id)
  return row && { name: row.name, standing: standingOf(ctx, row), subject: subjectOf(row) }
}

/** Keeps aside what somebody says of a person until it is decided; what stands already is not news. @returns how many. */
export async function propose(ctx: Ctx, id: string, { values, movedOut }: { values: Values, movedOut?: { residency: string, on: string } | undefined }, from: From): Promise<{ subject: Subject, fields: string[] }> {
  const { standing, subject } = found(await standsPerson(ctx, id))
  const read = await readGiven(ctx, standing, values, standing.values)
  const news = Object.keys(read).filter((name) => read[name] !== (standing.values[name] ?? null))
  if (movedOut) {
    found((await queries.listResidencies(ctx, standing)).find((one) => one.id === movedOut.residency && one.until === null))
    news.push('movedOut')
  }
  await keepAside(ctx, standing, { ...read, ...(movedOut && { movedOut: [movedOut.residency, movedOut.on] }) }, news, from)
  return { subject, fields: news }
}

/** People and their doors in the areas of the person asking, as people walk. */
export const listDoors = queries.listDoors
