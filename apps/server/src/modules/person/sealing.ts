import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Crypto } from '../../kernel/crypto.ts'
import { openColumns, unpacked } from '../record/light.ts'
import { sealedOf } from './row.ts'

/** What of people stands in clear in packed columns, see `Clear`; and what it becomes. */
export type ClearColumns = Record<'pinyin' | 'number' | 'phone' | 'sealed', Uint8Array<ArrayBuffer>>
const sealedColumns = { pinyin: 'text', initials: 'text', number: 'bytea', number_index: 'bytea', phone: 'bytea', phone_index: 'bytea', sealed: 'bytea' } as const

export type SealedColumns = Record<keyof typeof sealedColumns, Uint8Array<ArrayBuffer>>

/** Seals columns of people, whoever asks; rows that are nobody's stay empty. */
export function openSealing(around: { crypto: Crypto }): (clear: ClearColumns) => SealedColumns {
  const packing = openColumns(sealedColumns)
  return ({ pinyin, number, phone, sealed }) => {
    const [names, numbers, phones, secrets] = [pinyin, number, phone, sealed].map((column) => unpacked(column).map((value) => value && value.toString())) as [(string | null)[], (string | null)[], (string | null)[], (string | null)[]]
    for (const [at, name] of names.entries()) packing.add(name === null ? {} : sealedOf(around, { pinyin: name, number: numbers[at]!, phone: phones[at]!, sealed: secrets[at]! }))
    return packing.end()
  }
}

/** So few are sealed before a thread has begun; in so long a file there are more, and it begins while the file is opened. */
const [few, longFile] = [200, 200_000]
/** Nothing of it lives long. */
const youngMegabytes = 24

export interface SealingApart { seal(clear: ClearColumns, rows: number): Promise<SealedColumns>, [Symbol.dispose](): void }

/** The same in a thread of its own: while some columns are sealed, others are read. They are moved, not copied, and sealed one after the other. */
export function openSealingApart(around: { crypto: Crypto }, bytes: number): SealingApart {
  const here = openSealing(around)
  const begin = () => new Worker(new URL('sealing-worker.ts', import.meta.url), { workerData: around.crypto.file, resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
  let worker = bytes > longFile ? begin() : undefined
  let before: Promise<unknown> = Promise.resolve()
  return {
    seal({ pinyin, number, phone, sealed }, rows) {
      if (rows < few && !worker) return Promise.resolve(here({ pinyin, number, phone, sealed }))
      const apart = worker ??= begin()
      const sealing = before.then(async () => {
        apart.postMessage({ pinyin, number, phone, sealed }, [pinyin, number, phone, sealed].map(({ buffer }) => buffer))
        return (await once(apart, 'message') as [SealedColumns])[0]
      })
      before = sealing.catch(() => undefined)
      return sealing
    },
    [Symbol.dispose]: () => void worker?.terminate(),
  }
}
