import { dayOf } from '@linli/standards'
import { areasFor, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { turnOf } from '../measure/index.ts'
import { placeFor, type Place } from './compute.ts'
import { changed } from './queries.ts'
import { sources } from './sources.ts'

/** `turn`: of which count, and by which definitions. */
interface Answer { turn: string, until: number, told: Promise<unknown> }

const answers = new Map<string, Answer>()
/** Until all screens that were told of a change have asked. What places and matters are called may change without a count. */
const freshMs = 5000
const most = 200

/**
 * All screens that show a place ask the same the moment they are told that it changed: who sees alike and asks of the same count is given the answer of who asked
 * first, also while that is still being made. Whether the place may be told of is looked at for everybody.
 */
export async function shared<T>(ctx: Ctx, name: string, asked: { area: string }, answer: (place: Place) => Promise<T>): Promise<T> {
  const place = await placeFor(ctx, asked.area)
  const turn = `${await turnOf(ctx, place.subdistricts)}; ${await changed(ctx, tenantOf(place.area))}`
  const key = JSON.stringify([name, asked, dayOf(ctx.now), sightOf(ctx)])
  const known = answers.get(key)
  if (known?.turn === turn && known.until > performance.now()) return (known.told as Promise<T>).catch(() => answer(place))
  const told = answer(place)
  if (answers.size >= most) answers.clear()
  answers.set(key, { turn, until: performance.now() + freshMs, told })
  told.catch(() => void (answers.get(key)?.told === told && answers.delete(key)))
  return told
}

/** Where somebody sees figures, and the records of each source: what an answer depends on besides the question. */
const sightOf = ({ actor }: Ctx) => [...new Set(['indicator.view' as const, ...sources.map(({ may }) => may)])].map((permission) => areasFor(actor, permission))
