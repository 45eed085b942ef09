import { Worker } from 'node:worker_threads'
import { SheetProblem, type Book, type Row, type SheetInfo } from './book.ts'

/** What the thread tells; `of` counts the readings that were asked for. */
export type Told = { opened: Pick<Book, 'kind' | 'encoding'> & { sheets: SheetInfo[] } } | { of: number, rows: Row[], isLast: boolean } | { fault: Pick<SheetProblem, 'code' | 'message'> | string }
/** A reading that is asked for; `taken` counts the pieces that were taken from it, and below zero nobody wants more. */
export interface Wanted { of: number, sheet: number, most: number | undefined, taken: Int32Array }
/** So many rows travel at once, and so many pieces wait to be taken: a file is never in memory as a whole. */
export const [atOnce, ahead] = [500, 4]

interface Reading { of: number, sheet: number, most: number | undefined, taken: Int32Array, pieces: Row[][], hasEnded: boolean }

/** Opens a spreadsheet in a thread of its own, so that nobody else waits while it is unpacked and read. @throws SheetProblem */
export async function withBook<T>(bytes: Uint8Array, work: (book: Book) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('apart-worker.ts', import.meta.url), { workerData: bytes })
  try {
    return await work(await bookIn(worker))
  } finally {
    // Nobody waits until it has ended.
    void worker.terminate()
  }
}

async function bookIn(worker: Worker): Promise<Book> {
  let wake = (): void => undefined
  let [opened, fault, reading, asked]: [Extract<Told, { opened: object }>['opened'] | undefined, Error | undefined, Reading | undefined, number] = [undefined, undefined, undefined, 0]
  const failed = (error: Error) => {
    fault = error
    wake()
  }
  worker.on('error', failed).on('exit', () => failed(new Error('the thread that reads a file has ended'))).on('message', (told: Told) => {
    if ('fault' in told) return failed(typeof told.fault === 'string' ? new Error(told.fault) : new SheetProblem(told.fault.code, told.fault.message))
    if ('opened' in told) opened = told.opened
    else if (told.of === reading?.of) {
      reading.pieces.push(told.rows)
      reading.hasEnded = told.isLast
    }
    wake()
  })
  const until = async (holds: () => boolean) => {
    while (!holds()) {
      if (fault) throw fault
      await new Promise<void>((resolve) => { wake = resolve })
    }
  }
  const begin = (sheet: number, most: number | undefined): Reading => {
    if (reading) give(reading, -1)
    const now: Reading = { of: asked += 1, sheet, most, taken: new Int32Array(new SharedArrayBuffer(4)), pieces: [], hasEnded: false }
    worker.postMessage({ of: now.of, sheet, most, taken: now.taken } satisfies Wanted, [])
    return now
  }
  await until(() => opened !== undefined)
  return {
    ...opened!,
    async* rows(sheet, most) {
      // Whoever looked at the beginning of a sheet goes on from there: its strings are not read a second time.
      const now = reading?.sheet === sheet && reading.most === most && reading.taken[0] === 0 ? reading : begin(sheet, most)
      reading = now
      for (let at = 0; ; at += 1) {
        await until(() => now.pieces.length > 0 || now.hasEnded)
        const isLast = now.hasEnded && now.pieces.length <= 1
        yield* now.pieces[0] ?? []
        now.pieces.shift()
        give(now, at + 1)
        if (isLast) return
      }
    },
  }
}

function give({ taken }: Reading, count: number): void {
  Atomics.store(taken, 0, count)
  Atomics.notify(taken, 0)
}
