import type { TwinReason } from '@linli/contract'
import { subdistrictOf } from '@linli/standards'
import { commonArea, type Database, type Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/id.ts'
import type { JobDefinition } from '../../kernel/module.ts'
import * as pairs from './pair-queries.ts'
import { reasonsFor, scoreOf } from './rules.ts'
import * as queries from './search-queries.ts'

/** So many people that their pairs are found in well under a second. */
const atOnce = 500
/** A transaction that began this long ago may still have to end; what it changed bears the time of its beginning. */
const overlapMs = 2 * 60_000
const everywhere = { role: 'staff', areas: ['/'] } as const

/** What it writes follows from the people and can be made again at any time, so it leaves no trace of its own in the journal. */
export const search: JobDefinition = {
  title: '查找疑似重复人员', every: '*/2 * * * *', atStart: true,
  async run({ around: { database }, now }) {
    for (const area of await database.transact(everywhere, 'read', queries.listSubdistricts)) await searchOne(database, area, now)
  },
}

/** Everybody who was changed since the last time, some at once, each time a transaction of its own; the mark moves along, so that what broke off goes on from there. */
async function searchOne(database: Database, area: string, now: Date): Promise<void> {
  const subdistrict = subdistrictOf(area)
  const scope = { role: 'staff', areas: [area] } as const
  const mark = await database.transact(scope, 'read', (db) => queries.markOf(db, subdistrict))
  let from = { at: new Date((mark?.getTime() ?? 0) - overlapMs), id: '00000000-0000-0000-0000-000000000000' }
  for (let found = atOnce; found === atOnce;) {
    const last = await database.transact(scope, 'write', async (db) => {
      const people = await queries.listChanged(db, subdistrict, from, atOnce)
      found = people.length
      if (people.length > 0) await settlePairs(db, { subdistrict, area, now }, people)
      const end = people.at(-1)
      // Through with all of them, the next time begins from now: the same people are not looked at for ever.
      await queries.setMark(db, { subdistrict, area, until: end && found === atOnce ? end.changedAt : now })
      return end
    })
    if (last) from = { at: last.changedAt, id: last.id }
  }
}

export interface Office { subdistrict: number, area: string, now: Date }

/** Which pairs these people are in now: new ones are kept, those that are alike no longer are gone. What was said of a pair stays said. */
async function settlePairs(db: Db, { subdistrict, now }: Office, people: readonly (queries.Stored & { isMerged: boolean })[]): Promise<void> {
  const probes = people.filter(({ isMerged }) => !isMerged)
  const near = await queries.listNear(db, subdistrict, probes)
  const others = await queries.listLikeness(db, subdistrict, [...new Set(near.map(({ id }) => id))])
  const known = new Map([...others, ...probes].map((one) => [one.id, one]))
  const found = new Map<string, pairs.Found>()
  for (const { probe, id } of near) {
    const [one, other] = [probe, id].toSorted().map((key) => known.get(key))
    const reasons: TwinReason[] = one && other ? reasonsFor(one, other) : []
    if (one && other && reasons.length > 0) found.set(`${one.id} ${other.id}`, { id: newId(now), area: commonArea([one.area, other.area]), one: one.id, other: other.id, reasons, score: scoreOf(reasons, one, other) })
  }
  await pairs.keep(db, { subdistrict, now }, [...found.values()])
  await pairs.forget(db, subdistrict, people.map(({ id }) => id), [...found.values()])
  await pairs.tellSides(db, { subdistrict, now }, people.map(({ id }) => id))
}
