import type { AnswerPart, MissingPiece } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { answersTo, cardsOf, type Answers } from '../knowledge/index.ts'
import { communities, contacts, withPlace } from './beside.ts'
import { placeIn } from './contact-rules.ts'
import { ageIn, childAges, goesOn, missingFor, withAge } from './missing-rules.ts'
import type { NewTurn, TalkRow } from './queries.ts'
import { besideOf, wishOf } from './recogniser-rules.ts'
import { outcomeOf, type Context } from './rules.ts'
import { handedOver, machine, together, type Answer } from './step.ts'
import { isPlaced } from './view.ts'
import * as words from './words-rules.ts'

/** Asks the knowledge; before that for the piece without which nothing can be said. */
export async function question(ctx: Ctx, talk: TalkRow, context: Context, text: string): Promise<Answer> {
  const found = await foundFor(ctx, talk, context, text)
  const need = missingFor(text, { isPlaced: isPlaced(talk.area), isSure: found.band === 'answer' })
  return need ? back(ctx, talk, context, { need, question: text }) : outcome(ctx, talk, context, { text, found })
}

/** A question that goes on from the one before is asked together with it, where that finds something else than was answered already. */
async function foundFor(ctx: Ctx, { subdistrict, area }: TalkRow, context: Context, text: string): Promise<Answers> {
  const found = await answersTo(ctx, { subdistrict, area, question: text })
  if (found.band === 'answer' || context.question === undefined || !goesOn(text)) return found
  const both = await answersTo(ctx, { subdistrict, area, question: `${context.question} ${text}` })
  return both.band === 'answer' && both.hits[0]?.entry !== context.entry ? both : found
}

async function outcome(ctx: Ctx, talk: TalkRow, context: Context, { text, found }: { text: string, found: Answers }): Promise<Answer> {
  const [best] = found.hits
  const kept = { knowledge: found.version, band: found.band, score: best?.confidence ?? null, entry: best?.entry ?? null, revision: best?.revision ?? null }
  const way = outcomeOf(found.band, { misses: talk.misses, hits: found.hits.length })
  if (way === 'answer') return { ...answered(context, best!, { text, kept }), asked: kept }
  const next = { ...context, entry: undefined, question: text, offered: found.hits.map(({ entry, question: asked }) => ({ entry, question: asked })) }
  const offer = machine('offer', words.offered(way === 'misses'), [{ kind: 'suggestions', rows: next.offered }], kept)
  if (way === 'offer') return { turns: [offer], context: next, change: { misses: talk.misses + 1 }, asked: kept }
  const over = await handedOver(ctx, talk, way)
  const [said] = over.turns
  return { ...over, turns: [...way === 'misses' ? [offer] : [], { ...said!, ...(way === 'unsure' && kept) }], context: next, asked: kept }
}

/** Gives the answer; above it the numbers to call, where danger is spoken of. */
function answered(context: Context, { entry, revision, card }: Pick<Answers['hits'][number], 'entry' | 'revision' | 'card'>, { text, kept }: { text: string, kept: Partial<NewTurn> }): Answer {
  const calls = besideOf(text)
  const cards: NonNullable<Parameters<typeof machine>[2]> = [...calls.length > 0 ? [{ kind: 'calls' as const, rows: calls.map((one) => ({ ...one })) }] : [], { kind: 'answer', entry, revision, part: 'whole', card }]
  return {
    turns: [machine('answer', calls.length > 0 ? `${words.dangerBeside(calls)}\n${card.answerShort}` : card.answerShort, cards, kept)],
    context: { last: context.last, entry, question: text }, change: { misses: 0 },
  }
}

/** What was asked about the answer just given; nothing where it is not given any more. */
export async function follow(ctx: Ctx, context: Context, part: Exclude<AnswerPart, 'whole'>): Promise<Answer | undefined> {
  const entry = context.entry!
  const card = (await cardsOf(ctx, [entry])).get(entry)
  if (!card) return undefined
  const revision = card.version
  return { turns: [machine('follow', words.partOf(card, part), [{ kind: 'answer', entry, revision, part, card }], { entry, revision })], context, asked: { entry, revision } }
}

/** One of the questions that were offered: it may have ceased to be answered meanwhile. */
export async function picked(ctx: Ctx, context: Context, entry: string): Promise<Answer> {
  const card = (await cardsOf(ctx, [entry])).get(entry)
  if (!card) return { turns: [machine('miss', words.gone)], context }
  const kept = { entry, revision: card.version, band: 'offer' }
  return { ...answered(context, { entry, revision: card.version, card }, { text: card.question, kept }), asked: { ...kept, isPicked: true } }
}

/** Asks back, with ready answers. */
export async function back(ctx: Ctx, talk: TalkRow, context: Context, pending: NonNullable<Context['pending']>): Promise<Answer> {
  return { turns: [machine('back', words.askedBack[pending.need], [{ kind: 'choices', need: pending.need, rows: await choicesOf(ctx, talk, pending.need) }])], context: { ...context, pending } }
}

const choicesOf = async (ctx: Ctx, talk: TalkRow, need: MissingPiece): Promise<{ value: string, words: string }[]> =>
  need === 'childAge' ? childAges.map((age) => ({ value: age, words: age })) : (await communities(ctx, talk)).map(({ path, name }) => ({ value: path, words: name }))

/** Goes on with the question that waited for this; nothing where the words are no answer to what was asked back. */
export async function withPiece(ctx: Ctx, talk: TalkRow, context: Context, { need, question: waiting, text }: NonNullable<Context['pending']> & { text: string }): Promise<Answer | undefined> {
  if (need === 'childAge') {
    const age = ageIn(text)
    return age === undefined ? undefined : question(ctx, talk, context, withAge(waiting, age))
  }
  const place = placeIn(text, await communities(ctx, talk))
  return place && onPlace(ctx, talk, context, { place, waiting })
}

/** The talk goes on in the community that was named, with what waited for it. */
export async function onPlace(ctx: Ctx, talk: TalkRow, context: Context, { place, waiting }: { place: { path: string, name: string }, waiting: string | undefined }): Promise<Answer> {
  const { row, answer } = await withPlace(ctx, talk, place)
  // What was found before was the sub-district's; the community may say otherwise.
  if (waiting === undefined) return { ...answer, context: { last: context.last } }
  const wish = wishOf(waiting, { hasAnswer: false })
  const known = wish.kind === 'contacts' ? await contacts(ctx, row, { of: wish.of, text: waiting, context }) : undefined
  return together(answer, known ?? await question(ctx, row, context, waiting))
}
