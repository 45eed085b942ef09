import type { EventSeverity, EventSource, Input, Output } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { dayMs } from '@linli/standards/day'
import { officeOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { matterBook } from '../matter/index.ts'
import { titleShown } from './accuracy.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { Flows, add, isMoved, nothing, type Party, type Tried } from './try-rules.ts'

/** Three times what a busy sub-district sends in the longest period (84 events a day, half of them handled on the spot): more is not looked at, and the answer says so. */
const mostLooked = 10_000
const atOnce = 1000
const mostListed = 100
const mostFlows = 50

type SentRow = Awaited<ReturnType<typeof queries.listSent>>[number]
type Row = Output<'routing', 'tryOut'>['rows'][number]

/** Reads only, page by page, and keeps sums and the first rows: memory does not grow with the events. */
export async function tryOut(ctx: Ctx, { days, ...only }: Input<'routing', 'tryOut'>): Promise<Output<'routing', 'tryOut'>> {
  const { subdistrict } = officeOf(ctx.actor)
  const since = new Date(ctx.now.getTime() - days * dayMs)
  const { suggest, count } = await suggestion(ctx, subdistrict)
  const [all, tallies, flows] = [nothing(), Array.from({ length: count + 1 }, nothing), new Flows()]
  const rows: Row[] = []
  let [looked, rowsFound, isMore] = [0, 0, false]
  for await (const event of sentSince(ctx, subdistrict, since)) {
    if (looked === mostLooked) {
      isMore = true
      break
    }
    looked += 1
    const tried = triedOf(event, suggest(event))
    add(all, tried)
    add(tallies[tried.no]!, tried)
    if (!isMoved(tried)) continue
    flows.add(tried)
    if (!isWanted(tried, only)) continue
    rowsFound += 1
    if (rows.length < mostListed) rows.push(rowOf(event, tried))
  }
  const { moved, mended, spoiled } = all
  return { since: since.toISOString(), looked, isMore, moved, mended, spoiled, rules: tallies.map((tally, no) => ({ no, ...tally })), flows: flows.most(mostFlows), rows, rowsFound }
}

async function* sentSince(ctx: Ctx, subdistrict: number, since: Date): AsyncGenerator<SentRow> {
  let before: queries.Mark | undefined
  for (;;) {
    const page = await queries.listSent(ctx, subdistrict, { since, before, limit: atOnce })
    yield* page
    const last = page.at(-1)
    if (!last || page.length < atOnce) return
    before = { at: last.first_sent_at, id: last.id }
  }
}

interface Suggested { no: number, to: Party | null }

/** Whom the draft, or without one the rules in force, would suggest; where no rule speaks, what the matter's own rule says today. */
async function suggestion(ctx: Ctx, subdistrict: number): Promise<{ suggest: (event: SentRow) => Suggested, count: number }> {
  const draft = await queries.findDraft(ctx, subdistrict)
  const written = draft?.is_open ? draft.rules : (await queries.findVersion(ctx, subdistrict))?.rules ?? []
  const book = await matterBook(ctx, subdistrict, ctx.now)
  const units = await queries.listUnits(ctx, written.flatMap(({ unit }) => unit ?? []))
  const communities = await queries.listCommunityUnits(ctx, subdistrict)
  const ownOf = (area: string) => communities.get(areaAt(area, 'community') ?? '') ?? null
  const suggest = (event: SentRow): Suggested => {
    const what: rules.What = { line: book.lineOf(event.matter), area: event.area, source: event.source as EventSource, severity: event.severity as EventSeverity, text: `${event.title} ${event.description}` }
    const spoken = rules.speaking(rules.holding(written, what), (id) => units.get(id)?.is_active === true)
    if (!spoken) return { no: 0, to: book.unitOf(event.matter) ?? ownOf(event.area) }
    const unit = spoken.rule.unit === null ? ownOf(event.area) : units.get(spoken.rule.unit)
    return { no: spoken.no, to: unit ? { id: unit.id, name: unit.name } : null }
  }
  return { suggest, count: written.length }
}

const triedOf = (event: SentRow, { no, to }: Suggested): Tried => ({
  no, to, from: { id: event.first_unit, name: event.first_unit_name }, last: event.unit === null ? null : { id: event.unit, name: event.unit_name ?? '' }, isMissent: event.is_missent,
})

const isWanted = ({ no, from, to }: Tried, only: Pick<Input<'routing', 'tryOut'>, 'no' | 'from' | 'to'>): boolean =>
  (only.no === undefined || only.no === no) && (only.from === undefined || only.from === from.id) && (only.to === undefined || only.to === to?.id)

const rowOf = (event: SentRow, { no, from, to, last }: Tried): Row => ({
  id: event.id, number: event.number, title: titleShown(event), matter: event.matter_name, areaName: event.area_name, sentAt: event.first_sent_at.toISOString(), no, from, to, finally: last?.name ?? null,
})
