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
