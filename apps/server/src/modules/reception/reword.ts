import type { Ctx } from '../../kernel/ctx.ts'
import { answersTo, type Answers } from '../knowledge/index.ts'
import type { NewTurn, TalkRow } from './queries.ts'
import * as queries from './queries.ts'
import { isWaitedFor } from './reword-rules.ts'
import type { Context } from './rules.ts'
import { machine, settle } from './step.ts'

/** A question that was not answered: of which talk and turn. */
export interface Left { talk: string, area: string, no: number }
/** What a model made of it: its words and which of the hits they are from, or why they are not given; and which model. */
export interface Said { phrased: { text: string, cited: number[] } | string, model: string, mark: string }

/** Turns looked at for whether the talk went on. */
const looked = 10

/** The question, while it waits. */
export async function standing(ctx: Ctx, { talk: id, no }: Left): Promise<{ talk: TalkRow, text: string } | undefined> {
  const talk = await queries.find(ctx, id)
  if (!talk) return undefined
  const turns = await queries.listTurns(ctx, talk, { limit: looked })
  const asked = turns.find((turn) => turn.no === no)
  return asked && isWaitedFor(talk.state, turns, no) ? { talk, text: asked.text } : undefined
}

/** Of the ways to ask, the one that is answered, and is surest; nothing where none is. */
export async function surest(ctx: Ctx, { subdistrict, area }: TalkRow, ways: readonly string[]): Promise<Answers | undefined> {
  const all: Answers[] = []
  for (const question of ways) all.push(await answersTo(ctx, { subdistrict, area, question }))
  return all.filter(({ band, hits }) => band === 'answer' && hits.length > 0).toSorted((a, b) => b.hits[0]!.confidence - a.hits[0]!.confidence)[0]
}

/** Gives what was found as a further turn, if it is still told and still waited for. */
export async function give(ctx: Ctx, left: Left, { ways, found, said }: { ways: readonly string[], found: Answers, said: Said }): Promise<void> {
  await queries.lock(ctx, left.talk)
  const still = await standing(ctx, left)
  const now = still && await surest(ctx, still.talk, ways)
  const [best] = now?.hits ?? []
  const cited = typeof said.phrased === 'string' ? [0] : said.phrased.cited
  if (!still || !best || cited.some((at) => now!.hits[at]?.entry !== found.hits[at]!.entry || now!.hits[at].revision !== found.hits[at]!.revision)) return
  const { entry, revision } = best
  await settle(ctx, still.talk, {
    turns: [turnOf(now!, said)], change: { misses: 0 }, context: { ...(still.talk.context as Context), entry, question: still.text },
    happened: [{ name: 'reception.reworded', details: { no: left.no, entry, revision, model: said.model, doubt: typeof said.phrased === 'string' ? said.phrased : null } }],
  })
}

/** The entry's own words where the model's are not to be given. */
function turnOf({ version, hits }: Answers, { phrased, mark }: Said): NewTurn {
  const best = hits[0]!
  const [text, given] = typeof phrased === 'string' ? [best.card.answerShort, [best]] : [`${numbered(phrased)}\n（${mark}）`, phrased.cited.map((at) => hits[at]!)]
  return machine('answer', text, given.map(({ entry, revision, card }) => ({ kind: 'answer', entry, revision, part: 'whole', card })), { knowledge: version, band: 'answer', score: best.confidence, entry: best.entry, revision: best.revision })
}

/** Citations by the place of the cards below. */
const numbered = ({ text, cited }: { text: string, cited: readonly number[] }): string => text.replace(/\[(\d+)\]/g, (_, no: string) => `[${cited.indexOf(Number(no) - 1) + 1}]`)
