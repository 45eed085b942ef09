import type { Random } from './random.ts'

/** A UUID version 7 of a moment (as kernel/id makes them) whose random part is drawn from the seed. */
export function idAt(random: Random, moment: number): string {
  const bytes = random.bytes(16)
  bytes.writeUIntBE(moment, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
