import { areaOf } from '@linli/standards'
import type { Crypto } from '../../kernel/crypto.ts'

/** A journal row as it is sealed: its place in the order, and the text its digest is taken of. */
export type SealedRow = { place: string, id: string, content: string }

/** One batch of a sub-district's journal. Form and reasons: docs/decisions/0007-form-of-the-seals.md. */
export type Seal = { subdistrict: number, no: number, area: string, after: string, until: string, ids: string[], digests: Buffer, previous: Buffer, seal: Buffer, at: Date }

/** Few enough that a batch is sealed in a blink and a check holds little at once. */
export const mostRows = 5000

const digestBytes = 32

export const digestOf = (crypto: Crypto, row: SealedRow): Buffer => crypto.sign(row.content, 'journal row')

/** The digest of each row of a batch by the row's id. */
export const digestsOf = ({ ids, digests }: Seal): Map<string, Buffer> =>
  new Map(ids.map((id, at) => [id, digests.subarray(at * digestBytes, (at + 1) * digestBytes)]))

/** What the seal of a batch must be: over everything else its row says, the seal before it included. */
export function sealOf(crypto: Crypto, { subdistrict, no, area, after, until, at, ids, previous, digests }: Omit<Seal, 'seal'>): Buffer {
  const head = JSON.stringify([subdistrict, no, area, after, until, at.toISOString(), ids])
  return crypto.sign(Buffer.concat([Buffer.from(head), previous, digests]), 'journal seal')
}

/** The next batch of a chain. `rows` are all rows after the last batch in order, as far as they go. */
export function sealRows(crypto: Crypto, { subdistrict, last, rows, at }: { subdistrict: number, last: Seal | undefined, rows: SealedRow[], at: Date }): Seal {
  const open = {
    subdistrict, no: (last?.no ?? 0) + 1, area: areaOfChain(subdistrict), after: last?.until ?? '', until: rows.at(-1)!.place, at,
    ids: rows.map(({ id }) => id), digests: Buffer.concat(rows.map((row) => digestOf(crypto, row))), previous: last?.seal ?? Buffer.alloc(digestBytes),
  }
  return { ...open, seal: sealOf(crypto, open) }
}

/** Rows of no sub-district are a chain of their own. */
const areaOfChain = (subdistrict: number) => (subdistrict === 0 ? '/' : areaOf(subdistrict))
