import { createInflateRaw, inflateRawSync } from 'node:zlib'

/** What a ZIP archive says of itself (APPNOTE 4.3.12): how large its parts become when they are unpacked. */
export interface Contents { parts: { name: string, size: number }[], total: number }

/** Undefined where it is no readable archive. */
export function contentsOf(bytes: Uint8Array): Contents | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return undefined
  let at = view.getUint32(end + 16, true)
  const parts: Contents['parts'] = []
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const [size, name, extra, comment] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    parts.push({ name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)), size })
    at += 46 + name + extra + comment
  }
  return { parts, total: parts.reduce((sum, part) => sum + part.size, 0) }
}

/** The end record stands at the end, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at
  return undefined
}

interface Entry { method: number, size: number, content: Uint8Array }

function entryOf(bytes: Uint8Array, wanted: string): Entry | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  let at = end === undefined ? bytes.length : view.getUint32(end + 16, true)
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const [method, packed, size, name, extra, comment, local] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)]
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)) === wanted) {
      if (local + 30 > bytes.length) return undefined
      const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
      return { method, size, content: bytes.subarray(from, from + packed) }
    }
    at += 46 + name + extra + comment
  }
  return undefined
}

/** One part, unpacked; undefined where there is none of that name, or it is packed otherwise than Office packs, or unpacks to more than `most` bytes. */
export function partOf(bytes: Uint8Array, wanted: string, most: number): Uint8Array | undefined {
  const entry = entryOf(bytes, wanted)
  if (!entry || entry.size > most) return undefined
  return entry.method === 0 ? entry.content : entry.method === 8 ? unpacked(entry.content, most) : undefined
}

/** So much is unpacked at once. */
const chunkSize = 256 * 1024

/** One part while it is unpacked; nothing where there is none. @throws RangeError where it becomes more than `most` bytes, whatever it said of itself */
export async function* unpack(bytes: Uint8Array, wanted: string, most: number): AsyncGenerator<Buffer> {
  const { method, content } = entryOf(bytes, wanted) ?? { method: 0, content: new Uint8Array() }
  if (method === 0) return void (yield Buffer.from(content.buffer, content.byteOffset, content.length))
  if (method !== 8) throw new RangeError(`packed in an unknown way (${method})`)
  const inflate = createInflateRaw({ chunkSize })
  inflate.end(content)
  let size = 0
  for await (const some of inflate as AsyncIterable<Buffer>) {
    size += some.length
    if (size > most) throw new RangeError(`more than ${most} bytes`)
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
