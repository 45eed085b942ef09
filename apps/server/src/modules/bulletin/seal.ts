import { createHash, timingSafeEqual } from 'node:crypto'
import type { Crypto } from '../../kernel/crypto.ts'
import type { IssueRow } from './queries.ts'
import { canonical } from './rules.ts'

/** Everything that is signed, as a text; who signed and when is part of it. */
export function signedText(row: Omit<IssueRow, 'digest' | 'seal' | 'status' | 'reason'>): string {
  const by = (at: Date | null, id: string | null, name: string | null) => [at?.toISOString() ?? null, id, name]
  return canonical({
    form: 1, subdistrict: row.subdistrict, id: row.id, bulletin: row.bulletin, area: row.area, name: row.name, rhythm: row.rhythm, from: row.period_from, until: row.period_until, content: row.content, before: row.before, after: row.after, replaces: row.replaces, why: row.why,
    made: by(row.made_at, row.made_by, row.made_name), submitted: by(row.submitted_at, row.submitted_by, row.submitted_name), reviewed: by(row.reviewed_at, row.reviewed_by, row.reviewed_name), signed: by(row.signed_at, row.signed_by, row.signed_name), year: row.year, no: row.no,
  })
}

/** SHA-256 that anybody can count anew, and over it the installation's own key, which who only changes the database does not have. */
export function sealed(crypto: Crypto, row: Parameters<typeof signedText>[0]): { digest: string, seal: Buffer } {
  const digest = createHash('sha256').update(signedText(row)).digest('hex')
  return { digest, seal: crypto.sign(digest, 'bulletin seal') }
}

/** Whether what was signed stands as it was. */
export function isWhole(crypto: Crypto, row: IssueRow): boolean {
  if (row.digest === null || row.seal === null) return false
  const { digest, seal } = sealed(crypto, row)
  return digest === row.digest && row.seal.length === seal.length && timingSafeEqual(seal, row.seal)
}
