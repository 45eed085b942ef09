import type { LedgerBase } from '@linli/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Understood } from './condition-rules.ts'
import { aliases, aliasOf, lineOf, reachOf, shownSql, tested, walkOf } from './expression-queries.ts'
import type { Item, LineKind, SealKind } from './item-rules.ts'

/** What is asked of the base: which lines, which columns, and whether with whole numbers. */
/** Of which logbook entries are: of one, or of all that were taken over from one that is shipped. */
export interface Book { id: string, root: string, isRoot: boolean }
export interface Question { base: LedgerBase, kind: LineKind, book: Book | null, subdistrict: number, area: string, today: string, groups: readonly (readonly Understood[])[], items: readonly (Item | null)[], isWhole: boolean }
export type After = readonly (string | number)[] | undefined

/** One line as it was fetched; `c0`, `c1`, … are its columns, `person_sealed` and the like what lies sealed of its records. */
export interface Line { line: string, place: string, area: string, record: string, revision: number, housing: string | null, head?: string | null, number?: Buffer | null, phone?: Buffer | null, worker_phone?: Buffer | null, [column: string]: unknown }
export const sealedIn = (line: Line, kind: LineKind): Buffer | null => (line[`${kind}_sealed`] ?? null) as Buffer | null

/** Lines along the buildings as people walk, from where the last page ended. */
export async function listLines(ctx: Ctx, question: Question, after: After, limit: number): Promise<Line[]> {
  const { base, kind, items, isWhole } = question
  const line = lineOf(kind)
  const columns = items.flatMap((item, at) => (item === null || isTogether(item.seal) || item.isGathered ? [] : [sql`${shownSql(item, question)} as ${sql.id(`c${at}`)}`]))
  const seals = (['number', 'phone', ...Object.keys(aliases) as SealKind[]] as const).filter((seal) => items.some((item) => item?.seal === seal) && (isWhole || isTogether(seal)))
  const record = aliasOf(kind)
  const selected = [
    sql`${line}.id as line`, sql`${walkOf(kind)} as place`, sql`${line}.area`, sql`${record}.id as record`, kind === 'event' || kind === 'worker' ? sql`1 as revision` : sql`${record}.revision`, sql`${homeOf(question)} as housing`, ...(base === 'household' ? [sql`k.head`] : []), ...(isWhole && items.some((item) => item?.seal === 'workerPhone') ? [sql`a.phone as worker_phone`] : []), ...columns,
    ...seals.map((seal) => (isTogether(seal) ? sql`${aliasOf(seal)}.sealed as ${sql.id(`${seal}_sealed`)}` : sql.raw(`p.${seal}`))),
  ]
  const beyond = after === undefined ? [] : [sql`(${walkOf(kind)}, ${line}.id) > (${after[0]}, ${after[1]}::uuid)`]
  return (await sql<Line>`select ${sql.join(selected)} ${from(question, true)} where ${sql.join([...chosen(question), ...beyond], sql` and `)} order by ${walkOf(kind)}, ${line}.id limit ${limit}`.execute(ctx.db)).rows
}

/** What lies sealed together is fetched as a whole, and masked after it was opened. */
export const isTogether = (seal: Item['seal']): seal is SealKind => seal !== undefined && seal in aliases

/** Counted no further than `most`. */
export const countLines = async (ctx: Ctx, question: Question, most: number): Promise<number> =>
  (await sql<{ lines: number }>`select count(*) as lines from (select 1 ${from(question, question.groups.flat().some(({ item }) => isOfHousing(item)))} where ${sql.join(chosen(question), sql` and `)} limit ${most}) as counted`.execute(ctx.db)).rows[0]!.lines

/** The homes that have lines, and how many. */
export const listHomes = async (ctx: Ctx, question: Question, most: number): Promise<{ housing: string, lines: number }[]> => {
  const home = homeOf(question)
  return (await sql<{ housing: string, lines: number }>`select ${home} as housing, count(*)::integer as lines ${from(question, true)} where ${sql.join([...chosen(question), sql`${home} is not null`], sql` and `)} group by 1 limit ${most}`.execute(ctx.db)).rows
}

/** An event is at a place, and at no home; an entry may be about one. */
const homeOf = ({ base, kind }: Question) => (base === 'housing' ? sql`h.id` : base === 'entry' ? sql`case when n.about = 'housing' then n.record end` : tables[kind] !== undefined ? sql`null::uuid` : sql`${lineOf(kind)}.housing`)

const isOfHousing = ({ name }: Item) => /^(housing|place)\.|^residency\.span$/.test(name)

/** People are come to through their residencies, which are guarded by area and sorted as people walk. */
function from({ base, kind }: Question, withHousing: boolean): RawBuilder<unknown> {
  if (base === 'housing' || tables[kind] !== undefined) return sql`from ${sql.raw(tables[kind] ?? base)} as ${aliasOf(kind)}`
  const line = lineOf(kind)
  const housing = withHousing ? sql`left join housing as h on h.subdistrict = ${line}.subdistrict and h.id = ${line}.housing` : sql``
  if (kind !== 'person') return sql`from ${sql.raw(kind)} as ${line} ${housing}`
  return sql`from residency as r join person as p on p.subdistrict = r.subdistrict and p.id = r.person ${housing}`
}

/** Of what is not of the base, and at no home. */
const tables: Readonly<Partial<Record<LineKind, string>>> = { event: 'event', entry: 'logbook_entry', worker: 'account' }

function chosen(question: Question): RawBuilder<unknown>[] {
  const { base, kind, book, subdistrict, area, groups } = question
  const line = lineOf(kind)
  const asksStanding = groups.flat().some(({ item }) => item.name === 'person.standing')
  return [
    ...(subdistrict > 0 && kind !== 'worker' ? [sql`${line}.subdistrict = ${subdistrict}`] : []), sql`${reachOf(kind)} >= ${area}`, sql`${reachOf(kind)} < ${area} || U&'\\FFFF'`, ...lines[base],
    ...(book ? [sql`n.root = ${book.root}`, ...(book.isRoot ? [] : [sql`n.logbook = ${book.id}`])] : []),
    ...(base === 'person' || base === 'residency' ? [asksStanding ? sql`p.standing <> 'merged'` : sql`p.standing = 'present'`] : []),
    ...groups.map((any) => sql`(${sql.join(any.map((test) => tested(test, question)), sql` or `)})`),
  ]
}

/** Written as the partial indexes are, so that they are used. */
const lines: Readonly<Record<LedgerBase, readonly RawBuilder<unknown>[]>> = {
  person: [sql`r.is_last`, sql`r.is_main`], residency: [sql`r.is_last`], former: [sql`r.until is not null`, sql`p.merged_into is null`], housing: [sql`h.ended_on is null`],
  household: [sql`k.ended_on is null`], enterprise: [], thing: [sql`t.ended_on is null`], event: [sql`v.status <> 'draft'`],
  entry: [sql`n.withdrawn_at is null`], worker: [sql`a.side <> 'resident'`],
}
