import { randomInt } from 'node:crypto'
import { hashPassword } from './password.ts'

/** Without letters and digits that look alike on paper or sound alike on the phone. */
const upper = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const lower = 'abcdefghijkmnpqrstuvwxyz'
const digit = '23456789'
/** Three groups like `Kd7m`: about 50 bits, behind a lock of five tries, until its first use. */
const groups = 3

/** A password for one sign-in, to be told to a person, and the columns of an account that go with it. */
export async function firstPassword(now: Date) {
  const plain = Array.from({ length: groups }, () => [upper, lower, digit, lower].map((letters) => letters[randomInt(letters.length)]).join('')).join('-')
  return { plain, columns: { password: await hashPassword(plain), password_at: now, must_change_password: true } }
}
