import { hash } from 'node:crypto'
import type { AnswerBand, AnswersFound } from '@linli/contract'
import { areaAt, areaOf, dayOf, isAreaPath } from '@linli/standards'
import type { output } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './answer-queries.ts'
import { matchersOf, type Base } from './matchers.ts'
import { tuningAt } from './matching.ts'
import type { Said } from './matching-rules.ts'
import { cardOf, leftOf, type AnswerCard } from './rules.ts'

export type Answers = output<typeof AnswersFound>

/** As found; more than are shown, because some may have ceased to be told since they were read. */
const most = 6
/** Nobody asks in more letters; what is longer is a story, and its beginning tells what it is about. */
const longest = 500

/**
 * What the sub-district and the community in which somebody asks tell to a question, at most three, the best first. Whatever the matcher remembers:
 * each is published and valid today, and in no case another community's. `tried`: as if that were said of how the place's questions are matched.
 */
export async function answersTo(ctx: Ctx, { subdistrict, area, question, tried }: { subdistrict: number, area: string, question: string, tried?: Said }): Promise<Answers> {
  const asking: queries.Asking = { subdistrict, office: areaOf(subdistrict), community: communityOf(area) ?? null, today: dayOf(ctx.now) }
  const { now, rows, match: { band, confidence, ranked, offer } } = await find(ctx, asking, { question: question.slice(0, longest), tried })
  const cards = new Map(rows.map((row) => [row.knowledge, row]))
  const left = leftOf({ band: bandNames[band], confidence, ranked }, (id) => cards.has(id), { offer })
  return { version: now.version, band: left.band, hits: left.hits.map(({ id, confidence: sure }) => ({ entry: id, revision: cards.get(id)!.no, question: cards.get(id)!.question, confidence: sure, card: cardOf(cards.get(id)!) })) }
}

/** Found in what this server saw last, which saves a question for how the knowledge stands; where the same look at the cards shows it changed, found again. */
async function find(ctx: Ctx, asking: queries.Asking, { question, tried }: { question: string, tried: Said | undefined }) {
  const matchers = matchersOf(ctx)
  const place = asking.community ?? asking.office
  const look = async ({ version, isOwn }: queries.Standing) => {
    matchers.seen.set(place, { version, isOwn, day: asking.today })
    const match = await matchers.match(baseOf(ctx, asking, { version, isOwn, tried }), question, most)
    return { match, ...await queries.lookAt(ctx, asking, match.ranked.map(({ id }) => id)) }
  }
  const last = matchers.seen.get(place)
  const before = last?.day === asking.today ? last : await queries.standing(ctx, asking)
  const found = await look(before)
  // Who looked earlier and hears of it later has seen less than is known here.
  return found.now.version > before.version || found.now.isOwn !== before.isOwn ? look(found.now) : found
}

/** What is tried is a base of its own, that nobody else asks. */
function baseOf(ctx: Ctx, asking: queries.Asking, { version, isOwn, tried }: queries.Standing & { tried: Said | undefined }): Base {
  const of = isOwn || tried ? asking : { ...asking, community: null }
  const key = of.community ?? of.office
  return {
    key: tried ? `${key} ${hash('md5', JSON.stringify(tried))}` : key, mark: `${version} ${asking.today}`,
    load: async () => ({ entries: await queries.listTold(ctx, of), ...await tuningAt(ctx, of, tried) }),
  }
}

const bandNames = { answer: 'answer', offer: 'offer', handOver: 'hand-over' } as const satisfies Record<string, AnswerBand>

export const communityOf = (area: string): string | undefined => (isAreaPath(area) ? areaAt(area, 'community') : undefined)

/** The cards of entries that are told today, by their ids; what is not told any more is not in it. */
export async function cardsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, AnswerCard>> {
  return new Map((await queries.listByIds(ctx, ids, dayOf(ctx.now))).map((row) => [row.knowledge, cardOf(row)]))
}
