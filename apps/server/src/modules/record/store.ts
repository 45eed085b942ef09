import type { Field, Value, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'

type Crypto = Pick<Ctx, 'crypto'>

/** What may lie in the open: only what the dictionary knows as not sensitive. What it knows no more — a field that was taken away, one of another community — stays sealed. */
export function isOpenIn(fields: readonly Field[]): (name: string) => boolean {
  const names = open.get(fields) ?? new Set(fields.filter(({ isSensitive }) => isSensitive !== true).map(({ name }) => name))
  open.set(fields, names)
  return (name) => names.has(name)
}

/** Asked anew for each of thousands of records of one file. */
const open = new WeakMap<readonly Field[], ReadonlySet<string>>()

/** Values without a column of their own as JSON: what may lie in the open, and what is to lie sealed together. */
export function laidOut(fields: readonly Field[], values: Values, apart: readonly string[]): { facts: string, secret: string | null } {
  const [isOpen, facts, secret]: [(name: string) => boolean, Values, Values] = [isOpenIn(fields), {}, {}]
  for (const name of Object.keys(values)) if (!apart.includes(name) && values[name] !== null) (isOpen(name) ? facts : secret)[name] = values[name]!
  return { facts: JSON.stringify(facts), secret: Object.keys(secret).length > 0 ? JSON.stringify(secret) : null }
}

/** How they are kept. */
export function laidDown({ crypto }: Crypto, fields: readonly Field[], values: Values, { apart, sealedAs }: { apart: readonly string[], sealedAs: string }): { facts: string, sealed: Buffer | null } {
  const { facts, secret } = laidOut(fields, values, apart)
  return { facts, sealed: secret === null ? null : crypto.encrypt(secret, sealedAs) }
}

/** The same read back, in clear: for what is decided on the server, never for an answer. */
export const takenUp = ({ crypto }: Crypto, { facts, sealed }: { facts: unknown, sealed: Buffer | null }, sealedAs: string): Values =>
  ({ ...facts as Record<string, Value>, ...(sealed && JSON.parse(crypto.decrypt(sealed, sealedAs)) as Values) })

/** What a claim says, in clear. */
export const claimedOf = ({ crypto }: Crypto, { value, sealed }: { value: unknown, sealed: Buffer | null }): Value => (sealed ? JSON.parse(crypto.decrypt(sealed, 'claim.sealed')) : value) as Value
