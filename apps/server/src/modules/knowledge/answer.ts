import type { AnswerBand, AnswersFound } from '@linli/contract'
import { shippedThresholds } from '@linli/matching'
import { areaAt, areaOf, dayOf, isAreaPath } from '@linli/standards'
import type { output } from 'zod'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './answer-queries.ts'
import { matchersOf } from './matchers.ts'
import { cardOf, leftOf, type AnswerCard } from './rules.ts'

export type Answers = output<typeof AnswersFound>

/** As found; more than are shown, because some may have ceased to be told since they were read. */
const most = 6
/** Nobody asks in more letters; what is longer is a story, and its beginning tells what it is about. */
const longest = 500

/**
 * What the sub-district and the community in which somebody asks tell to a question, at most three, the best first. Whatever the matcher remembers:
 * each is published and valid today, and in no case another community's.
 */
export async function answersTo(ctx: Ctx, { subdistrict, area, question }: { subdistrict: number, area: string, question: string }): Promise<Answers> {
  const asking: queries.Asking = { subdistrict, office: areaOf(subdistrict), community: communityOf(area) ?? null, today: dayOf(ctx.now) }
  const { version, isOwn } = await queries.standing(ctx, asking)
  const base = { key: isOwn ? asking.community! : asking.office, mark: `${version} ${asking.today}`, load: () => queries.listTold(ctx, isOwn ? asking : { ...asking, community: null }) }
  const { band, confidence, ranked } = await matchersOf(ctx).match(base, question.slice(0, longest), most)
  const cards = new Map((await queries.listCards(ctx, asking, ranked.map(({ id }) => id))).map((row) => [row.knowledge, row]))
  const left = leftOf({ band: bandNames[band], confidence, ranked }, (id) => cards.has(id), shippedThresholds)
  return { version, band: left.band, hits: left.hits.map(({ id, confidence: sure }) => ({ entry: id, revision: cards.get(id)!.no, question: cards.get(id)!.question, confidence: sure, card: cardOf(cards.get(id)!) })) }
}

const bandNames = { answer: 'answer', offer: 'offer', handOver: 'hand-over' } as const satisfies Record<string, AnswerBand>

export const communityOf = (area: string): string | undefined => (isAreaPath(area) ? areaAt(area, 'community') : undefined)

/** The cards of entries that are told today, by their ids; what is not told any more is not in it. */
export async function cardsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, AnswerCard>> {
  return new Map((await queries.listByIds(ctx, ids, dayOf(ctx.now))).map((row) => [row.knowledge, cardOf(row)]))
}
