import type { FlawKind } from '@linli/contract'
import { areaAt, dayOf, type Day } from '@linli/standards'
import type { Crypto } from '../../kernel/crypto.ts'
import type { Db } from '../../kernel/db.ts'
import * as flaws from './flaw-queries.ts'
import { countedIn, flawsOf, housingFlawsOf, type Flaw } from './rules.ts'
import type { HousingRow, PersonRow } from './state-queries.ts'

export interface Looking { subdistrict: number, now: Date, crypto: Crypto }

/** What is wrong with these people now, instead of what was. */
export async function settlePeople(db: Db, { subdistrict, now, crypto }: Looking, rows: readonly PersonRow[]): Promise<void> {
  const today = dayOf(now)
  await settle(db, { subdistrict, now }, rows.map((row) => ({ id: row.id, flaws: flawsOf(stateOf(crypto, row), today) })))
}

export const settleHousing = (db: Db, { subdistrict, now }: Pick<Looking, 'subdistrict' | 'now'>, rows: readonly HousingRow[]): Promise<void> =>
  settle(db, { subdistrict, now }, rows.map((row) => ({ id: row.id, flaws: housingFlawsOf(row) })))

const stateOf = (crypto: Crypto, row: PersonRow) => ({
  area: row.area, standing: row.standing, certificate: row.certificate, number: row.number && crypto.decrypt(row.number, 'person.number'), phone: row.phone && crypto.decrypt(row.phone, 'person.phone'), checkedOn: dayOf(row.checked_at), leavesOn: row.leaves_on as Day | null,
  living: row.living.map(({ area, role, housing, lease_until: leaseUntil }) => ({ area, role, hasHousing: housing !== null, leaseUntil: leaseUntil as Day | null })), alsoIn: row.also_in,
})

async function settle(db: Db, { subdistrict, now }: { subdistrict: number, now: Date }, records: readonly { id: string, flaws: readonly Flaw[] }[]): Promise<void> {
  const before = await flaws.openOf(db, subdistrict, records.map(({ id }) => id))
  const after = records.flatMap(({ id, flaws: wrong }) => wrong.map((flaw): flaws.Known => ({ ...flaw, subject: id, community: areaAt(flaw.area, 'community') ?? flaw.area })))
  const key = (flaw: flaws.Known) => `${flaw.kind} ${flaw.subject} ${flaw.community}`
  const [stood, stands] = [new Map(before.map((flaw) => [key(flaw), flaw])), new Map(after.map((flaw) => [key(flaw), flaw]))]
  const opened = after.filter((flaw) => !isSame(stood.get(key(flaw)), flaw))
  const closed = before.filter((flaw) => !stands.has(key(flaw)))
  await flaws.open(db, subdistrict, opened, now)
  await flaws.close(db, subdistrict, closed)
  await flaws.count(db, subdistrict, sum([...counted(before, -1), ...counted(after, 1)]))
}

const isSame = (one: flaws.Known | undefined, other: flaws.Known) => one !== undefined && one.area === other.area && one.elsewhere === other.elsewhere

/** What is closed by somebody's hand and not by looking again. @returns what was, to open it again. */
export async function closeFlaws(db: Db, subdistrict: number, subjects: readonly string[], kinds: readonly FlawKind[]): Promise<flaws.Known[]> {
  const gone = (await flaws.openOf(db, subdistrict, subjects)).filter(({ kind }) => kinds.includes(kind))
  await flaws.close(db, subdistrict, gone)
  await flaws.count(db, subdistrict, sum(counted(gone, -1)))
  return gone
}

/** As they were before they were closed by hand, those that were not found again meanwhile. */
export async function openAgain(db: Db, subdistrict: number, closed: readonly flaws.Known[]): Promise<void> {
  const open = await flaws.openOf(db, subdistrict, closed.map(({ subject }) => subject))
  const again = closed.filter((flaw) => !open.some(({ kind, subject, community }) => kind === flaw.kind && subject === flaw.subject && community === flaw.community))
  await flaws.reopen(db, subdistrict, again)
  await flaws.count(db, subdistrict, sum(counted(again, 1)))
}

const counted = (all: readonly flaws.Known[], by: number): flaws.Counted[] => all.map(({ kind, area }) => ({ kind, area: countedIn(area), by }))

function sum(all: readonly flaws.Counted[]): flaws.Counted[] {
  const sums = new Map<string, flaws.Counted>()
  for (const { kind, area, by } of all) sums.set(`${kind} ${area}`, { kind, area, by: (sums.get(`${kind} ${area}`)?.by ?? 0) + by })
  return [...sums.values()]
}
