import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

export interface Part { name: string, content: Iterable<string> | AsyncIterable<string> }

/** Fast rather than small: the sixth level would cost twice the time for a tenth of the size. */
const level = 3
/** The classic form ends here (APPNOTE 4.4.8); a sheet of a million rows stays below. */
const mostBytes = 0xffff_ffff

/** Packs parts one after the other while they are made; nothing but the list of parts is kept. Sizes follow each part in a descriptor (APPNOTE 4.3.9). */
export async function* zip(parts: readonly Part[]): AsyncGenerator<Buffer> {
  const kept: { name: Buffer, crc: number, packed: number, size: number, at: number }[] = []
  let at = 0
  for (const { name: text, content } of parts) {
    const part = { name: Buffer.from(text), crc: 0, packed: 0, size: 0, at }
    const head = Buffer.concat([localHead(part.name), part.name])
    yield head
    const deflate = createDeflateRaw({ level })
    // A failure of what makes the content ends the packing, and so reaches whoever reads.
    pipeline(Readable.from(counted(content, part), { objectMode: false, highWaterMark: 1 << 20 }), deflate, () => undefined)
    for await (const bytes of deflate as AsyncIterable<Buffer>) {
      part.packed += bytes.length
      yield bytes
    }
    if (part.size > mostBytes || part.at > mostBytes) throw new RangeError('the workbook is too large')
    const descriptor = numbers(['u32', 0x0807_4b50], ['u32', part.crc], ['u32', part.packed], ['u32', part.size])
    yield descriptor
    at += head.length + part.packed + descriptor.length
    kept.push(part)
  }
  const list = Buffer.concat(kept.flatMap((part) => [centralHead(part), part.name]))
  yield Buffer.concat([list, numbers(['u32', 0x0605_4b50], ['u16', 0], ['u16', 0], ['u16', kept.length], ['u16', kept.length], ['u32', list.length], ['u32', at], ['u16', 0])])
}

async function* counted(content: Part['content'], part: { crc: number, size: number }): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text)
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    yield bytes
  }
}

/** Version 2.0, a descriptor follows and names are UTF-8 (bits 3 and 11), deflated, 1980-01-01. */
const common = [['u16', 20], ['u16', 0x0808], ['u16', 8], ['u16', 0], ['u16', 0x0021]] as const
const localHead = (name: Buffer) => numbers(['u32', 0x0403_4b50], ...common, ['u32', 0], ['u32', 0], ['u32', 0], ['u16', name.length], ['u16', 0])
const centralHead = ({ name, crc, packed, size, at }: { name: Buffer, crc: number, packed: number, size: number, at: number }) =>
  numbers(['u32', 0x0201_4b50], ['u16', 20], ...common, ['u32', crc], ['u32', packed], ['u32', size], ['u16', name.length], ['u16', 0], ['u16', 0], ['u16', 0], ['u16', 0], ['u32', 0], ['u32', at])

function numbers(...all: (readonly ['u16' | 'u32', number])[]): Buffer {
  const bytes = Buffer.alloc(all.reduce((sum, [kind]) => sum + (kind === 'u16' ? 2 : 4), 0))
  let at = 0
  for (const [kind, number] of all) at = kind === 'u16' ? bytes.writeUInt16LE(number, at) : bytes.writeUInt32LE(number, at)
  return bytes
}
