import { createInflateRaw, inflateRawSync } from 'node:zlib'

/** What a ZIP archive says of itself (APPNOTE 4.3.12): how large its parts become when they are unpacked. `isSure`: none says that it is empty and is not. */
export interface Contents { parts: { name: string, size: number }[], total: number, isSure: boolean }

interface Entry { name: string, method: number, packed: number, size: number, local: number }

/** Nothing takes two bytes, packed. */
const nothingPacked = 2

/** Undefined where it is no readable archive. */
export function contentsOf(bytes: Uint8Array): Contents | undefined {
  const entries = entriesOf(bytes)
  if (!entries) return undefined
  return { parts: entries.map(({ name, size }) => ({ name, size })), total: entries.reduce((sum, { size }) => sum + size, 0), isSure: entries.every(({ size, packed }) => size > 0 || packed <= nothingPacked) }
}

function entriesOf(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const next = at + 46 + name + extra + comment
    if (next > bytes.length) return undefined
    const [size, packed, local] = wide(view, { from: at + 46 + name, until: at + 46 + name + extra }, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)])
    entries.push({ name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), method: view.getUint16(at + 10, true), size: size!, packed: packed!, local: local! })
    at = next
  }
  return entries
}

/** Where a number is said in 64 bits instead, in the order size, packed size, place (APPNOTE 4.5.3): office software in Java writes all of its workbooks so, however small. */
function wide(view: DataView, { from, until }: { from: number, until: number }, narrow: number[]): number[] {
  for (let at = from; at + 4 <= until; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    return narrow.map((one) => {
      if (one !== 0xffff_ffff || next + 8 > until) return one
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    })
  }
  return narrow
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

/** What lies packed of an entry. */
function contentOf(bytes: Uint8Array, { local, packed }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  return bytes.subarray(from, from + packed)
}

const entryOf = (bytes: Uint8Array, wanted: string): Entry | undefined => entriesOf(bytes)?.find(({ name, local }) => name === wanted && local + 30 <= bytes.length)

/** One part, unpacked; undefined where there is none of that name, or it is packed otherwise than Office packs, or unpacks to more than `most` bytes. */
export function partOf(bytes: Uint8Array, wanted: string, most: number): Uint8Array | undefined {
  const entry = entryOf(bytes, wanted)
  if (!entry || entry.size > most) return undefined
  const content = contentOf(bytes, entry)
  return entry.method === 0 ? content : entry.method === 8 ? unpacked(content, most) : undefined
}

/** So much is unpacked at once. */
const chunkSize = 256 * 1024

/** One part while it is unpacked; nothing where there is none. @throws RangeError where it becomes more than it says of itself, or than `most` bytes */
export async function* unpack(bytes: Uint8Array, wanted: string, most: number): AsyncGenerator<Buffer> {
  const entry = entryOf(bytes, wanted)
  if (!entry) return
  const content = contentOf(bytes, entry)
  if (entry.method === 0) return void (yield Buffer.from(content.buffer, content.byteOffset, content.length))
  if (entry.method !== 8) throw new RangeError(`packed in an unknown way (${entry.method})`)
  const inflate = createInflateRaw({ chunkSize })
  inflate.end(content)
  let size = 0
  for await (const some of inflate as AsyncIterable<Buffer>) {
    size += some.length
    if (size > Math.min(most, entry.size)) throw new RangeError(`more than ${entry.size} of at most ${most} bytes`)
    yield some
  }
}

function unpacked(content: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(content, { maxOutputLength: most })
  } catch {
    return undefined
  }
}
