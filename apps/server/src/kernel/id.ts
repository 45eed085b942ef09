import { randomBytes } from 'node:crypto'

let last = { ms: -1, count: 0 }

/**
 * UUID version 7 (RFC 9562 §5.7): 48 bits of the moment in milliseconds, 12 bits that count up within it (§6.2, method 1), then random bits.
 * New rows stand together in an index, and what one process makes in one moment stands in the order it was made.
 */
export function newId(now: Date = new Date()): string {
  const bytes = randomBytes(16)
  const ms = now.getTime()
  // Begins in the lower half of the 12 bits, so that at least 2,048 of a moment stand in order.
  last = { ms, count: ms === last.ms ? last.count + 1 : bytes.readUInt16BE(6) & 0x07ff }
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE((last.count & 0x0fff) | 0x7000, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
