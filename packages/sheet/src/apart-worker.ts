import { parentPort, workerData } from 'node:worker_threads'
import { ahead, atOnce, type Told, type Wanted } from './apart.ts'
import { openBook, SheetProblem, type Book, type Row } from './book.ts'

const tell = (told: Told) => parentPort!.postMessage(told, [])

/**
 * Sends the rows of a sheet in pieces. What unpacks a sheet runs ahead of whoever reads it and knows no stopping, so the whole thread stands still
 * until enough was taken.
 */
async function send(book: Book, { of, sheet, most, taken }: Wanted): Promise<void> {
  let [piece, sent]: [Row[], number] = [[], 0]
  for await (const row of book.rows(sheet, most)) {
    piece.push(row)
    if (piece.length < atOnce) continue
    tell({ of, rows: piece, isLast: false })
    piece = []
    sent += 1
    for (let now = Atomics.load(taken, 0); now >= 0 && sent - now >= ahead; now = Atomics.load(taken, 0)) Atomics.wait(taken, 0, now)
    if (Atomics.load(taken, 0) < 0) return
  }
  tell({ of, rows: piece, isLast: true })
}

const refused = (error: unknown) => tell({ fault: error instanceof SheetProblem ? { code: error.code, message: error.message } : String(error) })

// Listening from the first, the thread lives until it is ended from outside: what it tells is lost where it ends by itself.
const book = openBook(workerData as Uint8Array)
let before: Promise<void> = book.then(({ kind, encoding, sheets }) => tell({ opened: { kind, encoding, sheets } })).catch(refused)
parentPort!.on('message', (wanted: Wanted) => { before = before.then(async () => send(await book, wanted)).catch(refused) })
