import { parentPort, workerData } from 'node:worker_threads'
import { ahead, type Reads, type Told, type Wanted } from './apart.ts'
import { openBook, SheetProblem, type Book, type Row } from './book.ts'

const tell = (told: Told, moved: readonly ArrayBuffer[] = []) => parentPort!.postMessage(told, moved)

/** Rows as they stand, or what a module makes of them here. */
async function readerOf({ by }: Wanted): Promise<Reads> {
  if (!by) return (rows) => ({ piece: rows, moved: [] })
  const { open } = await import(by.module) as { open: (data: unknown) => Reads }
  return open(by.data)
}

/**
 * Sends the rows of a sheet in pieces. What unpacks a sheet runs ahead of whoever reads it and knows no stopping, so the whole thread stands still
 * until enough was taken.
 */
async function send(book: Book, wanted: Wanted): Promise<void> {
  const { of, sheet, most, atOnce, taken } = wanted
  const read = await readerOf(wanted)
  const give = (rows: readonly Row[], isLast: boolean) => {
    const { piece, moved } = read(rows)
    tell({ of, piece, isLast }, moved)
  }
  let [rows, sent]: [Row[], number] = [[], 0]
  for await (const row of book.rows(sheet, most)) {
    rows.push(row)
    if (rows.length < atOnce) continue
    give(rows, false)
    rows = []
    sent += 1
    for (let now = Atomics.load(taken, 0); now >= 0 && sent - now >= ahead; now = Atomics.load(taken, 0)) Atomics.wait(taken, 0, now)
    if (Atomics.load(taken, 0) < 0) return
  }
  give(rows, true)
}

const refused = (error: unknown) => tell({ fault: error instanceof SheetProblem ? { code: error.code, message: error.message } : String(error) })

// Listening from the first, the thread lives until it is ended from outside: what it tells is lost where it ends by itself.
const book = openBook(workerData as Uint8Array)
let before: Promise<void> = book.then(({ kind, encoding, sheets }) => tell({ opened: { kind, encoding, sheets } })).catch(refused)
parentPort!.on('message', (wanted: Wanted) => { before = before.then(async () => send(await book, wanted)).catch(refused) })
