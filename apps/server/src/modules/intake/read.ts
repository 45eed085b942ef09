import { mostIntakeRows, placeFields, type Field } from '@linli/contract'
import { SheetProblem, withBook, type ApartBook, type Row } from '@linli/sheet'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { fieldsFor, knownFor } from '../record/index.ts'
import type { Given, Piece } from './apart.ts'
import { lookAt } from './look.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import * as rows from './row-queries.ts'
import { knownColumns, type Taken } from './rules.ts'
import { stageRows } from './stage.ts'
import { subjectOf, usualRole, type Look, type Wish } from './subject.ts'

export interface Task { id: string, area: string, run: number }

/** So many rows at a time are read, looked up and stored: what a kill undoes, and how often people are told how far it is. */
const atOnce = 1000
/** What the thread does that reads the file. */
const reader = new URL('apart.ts', import.meta.url).href

/** Reads a file and stages its rows; whoever comes second, or after it was cancelled or begun anew, finds nothing to do. */
export async function readFile(tools: JobTools, { id, area, run }: Task): Promise<void> {
  const start = await tools.read(area, (ctx) => begin(ctx, id, run))
  if (!start) return
  const told = await withBook(start.bytes, (book) => readBook(tools, book, start)).then(() => undefined, refused)
  if (told) await tools.write(area, (ctx) => fail(ctx, start.batch, told.message))
}

/** What a file is refused for is told; anything else is a fault of ours and tried again. */
function refused(error: unknown): SheetProblem {
  if (error instanceof SheetProblem) return error
  throw error
}

interface Start { batch: BatchRow, bytes: Uint8Array, given: Pick<Given, 'keys' | 'fields' | 'known' | 'areas'>, titles: ReadonlyMap<string, string | null> }

async function begin(ctx: Ctx, id: string, run: number): Promise<Start | undefined> {
  const batch = await queries.find(ctx, id)
  if (batch?.status !== 'reading' || batch.run !== run) return undefined
  const content = await queries.readFile(ctx, batch)
  if (!content) return undefined
  const fields = await fieldsFor(ctx, 'person', batch)
  const titles = new Map((await queries.listTitles(ctx, batch.subdistrict, 'person')).map(({ title, name }) => [title, name]))
  const given = { keys: ctx.crypto.file, fields, known: await knownFor(ctx, [...fields, ...placeFields], batch), areas: await queries.listAreas(ctx, batch.area) }
  return { batch, titles, bytes: Buffer.from(ctx.crypto.decrypt(content, 'intake.file'), 'base64'), given }
}

async function readBook(tools: JobTools, book: ApartBook, { batch, given, titles }: Start): Promise<void> {
  const wish = batch.wish as Wish
  const { look, head } = await lookAt(book, wish, knownColumns(given.fields, titles))
  const columns = takenOf(look, [...given.fields, ...placeFields])
  if (!await tools.write(batch.area, (ctx) => keepLook(ctx, batch, look, head))) return
  const isRead = columns.length === 0 || await stageAll(tools, batch, { columns, pieces: book.pieces(look.sheet, { module: reader, atOnce, data: { ...given, columns, role: wish.role ?? usualRole, from: look.row + look.depth, done: batch.read_to, most: mostIntakeRows } satisfies Given }) })
  if (isRead) await tools.write(batch.area, (ctx) => finish(ctx, batch))
}

export const takenOf = ({ columns }: Look, fields: readonly Field[]): Taken[] => columns.flatMap(({ at, title, name }) => {
  const field = fields.find((one) => one.name === name)
  return field ? [{ at, title, field }] : []
})

/** False where somebody else has gone on, cancelled or begun anew meanwhile. What was staged before a restart is not staged again. While some rows are stored, the next are read. */
async function stageAll({ write }: JobTools, batch: BatchRow, { columns, pieces }: { columns: readonly Taken[], pieces: AsyncIterable<Piece> }): Promise<boolean> {
  const reading = { batch, titles: new Map(columns.map(({ field, title }) => [field.name, title])) }
  let done = batch.read_to
  let storing = Promise.resolve(true)
  for await (const piece of pieces) {
    const last = piece.rows.at(-1)
    if (!last) continue
    if (!await storing) return false
    const after = done
    done = last.no
    storing = write(batch.area, (ctx) => stageRows(ctx, reading, { after, piece })).then((isOurs) => isOurs === true)
    // What goes wrong is met where it is waited for.
    storing.catch(() => undefined)
  }
  return storing
}

const isOurs = (now: BatchRow | undefined, { run }: BatchRow, status = 'reading') => now?.status === status && now.run === run

async function keepLook(ctx: Ctx, batch: BatchRow, look: Look, head: readonly Row[]): Promise<boolean> {
  if (!isOurs(await queries.lock(ctx, batch.id), batch)) return false
  await queries.update(ctx, batch, { look: JSON.stringify(look), head: ctx.crypto.encrypt(JSON.stringify(head), 'intake.head') })
  ctx.record('intake.recognised', subjectOf(batch), { columns: look.columns.filter(({ name }) => name !== null).length })
  return true
}

async function finish(ctx: Ctx, batch: BatchRow): Promise<void> {
  if (!isOurs(await queries.lock(ctx, batch.id), batch)) return
  await rows.joinByHash(ctx)
  await rows.markTwins(ctx, batch)
  const counts = await rows.countOutcomes(ctx, batch)
  const total = Object.values(counts.outcomes).reduce((sum, one) => sum + one, 0)
  await queries.update(ctx, batch, { status: 'ready', counts: JSON.stringify(counts), total })
  await queries.forgetRuns(ctx, batch)
  ctx.record('intake.read', subjectOf(batch), counts.outcomes)
}

async function fail(ctx: Ctx, batch: BatchRow, fault: string): Promise<void> {
  if (!isOurs(await queries.lock(ctx, batch.id), batch)) return
  await queries.update(ctx, batch, { status: 'failed', fault })
  ctx.record('intake.refused', subjectOf(batch), { fault })
}
