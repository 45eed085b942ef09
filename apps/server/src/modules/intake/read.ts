import { mostIntakeRows, type Field } from '@linli/contract'
import type { Known } from '@linli/contract/words/base/read'
import { SheetProblem, withBook, type ApartBook, type Row } from '@linli/sheet'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { knownColumns, lookAt, openReader, type Candidate, type Look, type Taken, type Wish } from '../cell/index.ts'
import { sentColumns } from '../ledger/index.ts'
import { openSealingApart, type SealingApart } from '../person/index.ts'
import { fieldsFor, knownFor } from '../record/index.ts'
import { tagsIn } from '../tag/index.ts'
import type { GivenApart } from './apart.ts'
import { besidesOf, columnsFor, formOf, importable } from './form.ts'
import type { Piece, Reading } from './one.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import * as rows from './row-queries.ts'
import { stageRows } from './stage.ts'
import { subjectOf, usualRole } from './subject.ts'

export interface Task { id: string, area: string, run: number }

/** So many rows at a time are read, looked up and stored: what a kill undoes, and how often people are told how far it is. */
const atOnce = 1000
/** What the thread does that reads the file. */
const reader = new URL('apart.ts', import.meta.url).href

/** Reads a file and stages its rows; whoever comes second, or after it was cancelled or begun anew, finds nothing to do. */
export async function readFile(tools: JobTools, { id, area, run }: Task): Promise<void> {
  const start = await tools.read(area, (ctx) => begin(ctx, id, run))
  if (!start) return
  using sealing = openSealingApart(tools.around, start.bytes.length)
  const told = await withBook(start.bytes, (book) => readBook(tools, book, { ...start, sealing })).then(() => undefined, refused)
  if (told) await tools.write(area, (ctx) => fail(ctx, start.batch, told.message))
}

/** What a file is refused for is told; anything else is a fault of ours and tried again. */
function refused(error: unknown): SheetProblem {
  if (error instanceof SheetProblem) return error
  throw error
}

interface Start { batch: BatchRow, bytes: Uint8Array, candidates: Candidate[] }

async function begin(ctx: Ctx, id: string, run: number): Promise<Start | undefined> {
  const batch = await queries.find(ctx, id)
  if (batch?.status !== 'reading' || batch.run !== run) return undefined
  const bytes = queries.lately.get(id) ?? opened(ctx, await queries.readFile(ctx, batch))
  if (!bytes) return undefined
  const candidates: Candidate[] = []
  for (const kind of importable) {
    const columns = columnsFor(kind, await fieldsFor(ctx, kind, batch))
    const titles = new Map((await queries.listTitles(ctx, batch.subdistrict, kind)).map(({ title, name }) => [title, name]))
    candidates.push({ kind, known: knownColumns(columns, titles), places: new Set(columns.filter(({ part }) => part === 'place').map(({ name }) => name)), name: formOf({ kind }).keys[0] })
  }
  return { batch, candidates, bytes }
}

const opened = ({ crypto }: Ctx, content: Buffer | undefined) => content && Buffer.from(crypto.decrypt(content, 'intake.file'), 'base64')

async function readBook(tools: JobTools, book: ApartBook, { batch, candidates, sealing }: Start & { sealing: SealingApart }): Promise<void> {
  const { look, head } = await lookAt(book, batch.wish as Wish, { candidates, sentAs: (id) => tools.read(batch.area, (ctx) => sentColumns(ctx, id)) })
  const ofKind = { ...batch, kind: look.kind }
  if (!await tools.write(batch.area, (ctx) => keepLook(ctx, ofKind, look, head))) return
  const reading = await tools.read(batch.area, (ctx) => readingFor(ctx, ofKind, look))
  const data: GivenApart = { ...reading.given, from: look.row + look.depth, done: batch.read_to, most: mostIntakeRows }
  if (data.columns.length === 0 || await stageAll(tools, reading, sealing, book.pieces(look.sheet, { module: reader, atOnce, data }))) await finish(tools, batch)
}

/** How rows of a batch are read, once it is known what they are of and which column is what. */
export async function readingFor(ctx: Ctx, batch: BatchRow, look: Look): Promise<Reading> {
  const fields = await fieldsFor(ctx, look.kind, batch)
  const all = columnsFor(look.kind, fields, look)
  const known = await knownIn(ctx, all, batch)
  const columns = takenOf(look, all)
  const called = new Map(Object.entries(known.tables).map(([table, { entries }]) => [table, new Map(entries.map(({ code, label }) => [code, label]))]))
  return {
    batch, titles: new Map(columns.map(({ field, title }) => [field.name, title])), readOne: openReader(columns, known).one, labels: ({ table = '' }, code) => called.get(table)?.get(code) ?? code,
    printed: look.columns.flatMap(({ at, title, name, print }) => (print === undefined ? [] : [{ at, title, print, beside: besidesOf(look).find((field) => field.name === name) }])),
    given: { kind: look.kind, columns, fields, known, areas: await queries.listAreas(ctx, batch.area), role: (batch.wish as Wish).role ?? usualRole, mark: look.mark },
  }
}

/** Code tables of these columns; tags are the office's own. */
export const knownIn = async (ctx: Ctx, columns: readonly Field[], batch: BatchRow): Promise<Known> => {
  const { tables, today } = await knownFor(ctx, columns.filter(({ table }) => table !== 'tag'), batch)
  return { today, tables: { ...tables, ...columns.some(({ table }) => table === 'tag') && { tag: await tagsIn(ctx, batch.area) } } }
}

const takenOf = ({ columns }: Look, fields: readonly Field[]): Taken[] => columns.flatMap(({ at, title, name }) => {
  const field = fields.find((one) => one.name === name)
  return field ? [{ at, title, field }] : []
})

/** So many pieces are on their way at once: one is stored, the next is sealed, and the one after it read. */
const onTheirWay = 2

/** False where somebody else has gone on, cancelled or begun anew meanwhile. What was staged before a restart is not staged again. */
async function stageAll({ write }: JobTools, reading: Reading, sealing: SealingApart, pieces: AsyncIterable<Piece>): Promise<boolean> {
  const storing: Promise<boolean>[] = [Promise.resolve(true)]
  let done = reading.batch.read_to
  for await (const piece of pieces) {
    const [after, sealed, before] = [done, sealing.seal(piece.columns, piece.rows.length), storing.at(-1)!]
    done = piece.rows.at(-1)?.no ?? done
    storing.push(sealed.then(async (columns) => await before && (piece.rows.length === 0 || await write(reading.batch.area, (ctx) => stageRows(ctx, reading, { after, piece: { ...piece, columns: { ...piece.columns, ...columns } } })) === true)))
    // What goes wrong is met where it is waited for.
    storing.at(-1)!.catch(() => undefined)
    if (storing.length > onTheirWay && !await storing.shift()) return false
  }
  return (await Promise.all(storing)).every(Boolean)
}

const isOurs = (now: BatchRow | undefined, { run }: BatchRow, status = 'reading') => now?.status === status && now.run === run

async function keepLook(ctx: Ctx, batch: BatchRow, look: Look, head: readonly Row[]): Promise<boolean> {
  if (!isOurs(await queries.lock(ctx, batch.id), batch)) return false
  await queries.update(ctx, batch, { kind: look.kind, look: JSON.stringify(look), head: ctx.crypto.encrypt(JSON.stringify(head), 'intake.head') })
  ctx.record('intake.recognised', subjectOf(batch), { columns: look.columns.filter(({ name }) => name !== null).length })
  return true
}

/** Who comes twice is looked for, and all are counted, at once: each takes PostgreSQL one processor. */
async function finish({ read, write }: JobTools, batch: BatchRow): Promise<void> {
  const [twins, counted] = await Promise.all([read(batch.area, (ctx) => rows.findTwins(ctx, batch)), read(batch.area, (ctx) => rows.countOutcomes(ctx, batch))])
  if (twins && counted) await write(batch.area, (ctx) => makeReady(ctx, batch, twins, counted))
}

async function makeReady(ctx: Ctx, batch: BatchRow, twins: readonly rows.Twin[], counted: rows.OutcomeCounts): Promise<void> {
  if (!isOurs(await queries.lock(ctx, batch.id), batch)) return
  await rows.markTwins(ctx, batch, twins)
  const counts = rows.withTwins(counted, twins)
  await queries.update(ctx, batch, { status: 'ready', counts: JSON.stringify(counts), total: Object.values(counts.outcomes).reduce((sum, one) => sum + one, 0) })
  await queries.forgetRuns(ctx, batch)
  ctx.record('intake.read', subjectOf(batch), counts.outcomes)
}

async function fail(ctx: Ctx, batch: BatchRow, fault: string): Promise<void> {
  if (!isOurs(await queries.lock(ctx, batch.id), batch)) return
  await queries.update(ctx, batch, { status: 'failed', fault })
  ctx.record('intake.refused', subjectOf(batch), { fault })
}
