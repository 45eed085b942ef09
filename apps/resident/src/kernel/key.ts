/** Names one submission, so that the server does it once however often it arrives: 8–64 letters, digits and -. */
export const newKey = () => `${Date.now().toString(36)}-${random()}${random()}`

const random = () => Math.floor(Math.random() * 36 ** 6).toString(36)

/** The same for the same content: what was changed before it is sent again is another submission (FNV-1a, 32 bits). */
export function keyFor(key: string, content: unknown): string {
  let hash = 0x811c9dc5
  for (const char of JSON.stringify(content)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return `${key}-${(hash >>> 0).toString(36)}`
}
