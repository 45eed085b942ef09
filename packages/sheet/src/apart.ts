import { Worker } from 'node:worker_threads'
import { SheetProblem, type Book, type Row, type SheetInfo } from './book.ts'

/** What the thread tells; `of` counts the readings that were asked for. */
export type Told = { opened: Pick<Book, 'kind' | 'encoding'> & { sheets: SheetInfo[] } } | { of: number, piece: unknown, isLast: boolean } | { fault: Pick<SheetProblem, 'code' | 'message'> | string }
/** A module that reads rows in the thread itself: what it exports as `open` is given `data` and answers what reads; `atOnce` rows make a piece. */
export interface By { module: string, data: unknown, atOnce: number }
/** What is made of some rows, and what of it need not be copied. */
export type Reads = (rows: readonly Row[]) => { piece: unknown, moved: ArrayBuffer[] }
/** A reading that is asked for; `taken` counts the pieces that were taken from it, and below zero nobody wants more. */
export interface Wanted { of: number, sheet: number, most: number | undefined, by: By | undefined, atOnce: number, taken: Int32Array }
/** So many rows travel at once, and so many pieces wait to be taken: a file is never in memory as a whole. */
export const [atOnce, ahead] = [500, 4]

interface Reading extends Omit<Wanted, 'atOnce'> { pieces: unknown[], hasEnded: boolean }

/** A book in a thread of its own. */
export interface ApartBook extends Book { pieces<T>(sheet: number, by: By): AsyncIterable<T> }

/** Twelve million different texts take half of it; what takes more is no table of an office, and must not take the server with it. */
const mostMegabytes = 1024
/** What is read lives until its piece is sent: in a heap that holds some pieces little of it is copied before. */
const youngMegabytes = 96
const tooMuch = (error: Error) => ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SheetProblem('too-large', '文件里的内容太多，读不下，请拆分后再导入') : error)

/** Opens a spreadsheet in a thread of its own, so that nobody else waits while it is unpacked and read. @throws SheetProblem */
export async function withBook<T>(bytes: Uint8Array, work: (book: ApartBook) => Promise<T>): Promise<T> {
  const worker = new Worker(new URL('apart-worker.ts', import.meta.url), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: youngMegabytes } })
  try {
    return await work(await bookIn(worker))
  } finally {
    // Nobody waits until it has ended.
    void worker.terminate()
  }
}

async function bookIn(worker: Worker): Promise<ApartBook> {
  let wake = (): void => undefined
  let [opened, fault, reading, asked]: [Extract<Told, { opened: object }>['opened'] | undefined, Error | undefined, Reading | undefined, number] = [undefined, undefined, undefined, 0]
  const failed = (error: Error) => {
    fault ??= error
    wake()
  }
  worker.on('error', (error: Error) => failed(tooMuch(error))).on('exit', () => failed(new Error('the thread that reads a file has ended'))).on('message', (told: Told) => {
    if ('fault' in told) return failed(typeof told.fault === 'string' ? new Error(told.fault) : new SheetProblem(told.fault.code, told.fault.message))
    if ('opened' in told) opened = told.opened
    else if (told.of === reading?.of) {
      reading.pieces.push(told.piece)
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
  const begin = (sheet: number, most?: number, by?: By): Reading => {
    if (reading) give(reading, -1)
    reading = { of: asked += 1, sheet, most, by, taken: new Int32Array(new SharedArrayBuffer(4)), pieces: [], hasEnded: false }
    worker.postMessage({ of: asked, sheet, most, by, atOnce: by?.atOnce ?? atOnce, taken: reading.taken } satisfies Wanted, [])
    return reading
  }
  async function* piecesOf(now: Reading): AsyncGenerator<unknown> {
    for (let at = 0; ; at += 1) {
      await until(() => now.pieces.length > 0 || now.hasEnded)
      const isLast = now.hasEnded && now.pieces.length <= 1
      if (now.pieces.length > 0) yield now.pieces[0]
      now.pieces.shift()
      give(now, at + 1)
      if (isLast) return
    }
  }
  await until(() => opened !== undefined)
  return {
    ...opened!,
    async* rows(sheet, most) {
      // Whoever looked at the beginning of a sheet goes on from there.
      const isBegun = reading?.sheet === sheet && reading.most === most && reading.by === undefined && reading.taken[0] === 0
      for await (const piece of piecesOf(isBegun ? reading! : begin(sheet, most))) yield* piece as Row[]
    },
    pieces: <T>(sheet: number, by: By) => piecesOf(begin(sheet, undefined, by)) as AsyncGenerator<T>,
  }
}

function give({ taken }: Reading, count: number): void {
  Atomics.store(taken, 0, count)
  Atomics.notify(taken, 0)
}
