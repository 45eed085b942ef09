import { fewRandom } from './crypto.ts'

/** How far the latest moments have counted; transactions of several moments run at once. */
const counted = new Map<number, number>()
const mostMoments = 64

/**
 * UUID version 7 (RFC 9562 §5.7): 48 bits of the moment in milliseconds, 12 bits that count up within it (§6.2, method 1), then random bits.
 * New rows stand together in an index, and what one process makes in one moment stands in the order it was made.
 */
export function newId(now: Date = new Date()): string {
  const bytes = fewRandom(16)
  const ms = now.getTime()
  // Begins in the lower half of the 12 bits, so that at least 2,048 of a moment stand in order.
  const count = (counted.get(ms) ?? bytes.readUInt16BE(6) & 0x07ff) + 1
  counted.delete(ms)
  counted.set(ms, count)
  if (counted.size > mostMoments) counted.delete(counted.keys().next().value!)
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE((count & 0x0fff) | 0x7000, 6)
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
