import { addDays, areaAt, dayOf, subdistrictOf, type Day } from '@linli/standards'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import * as flaws from './flaw-queries.ts'
import { staleAfterDays } from './rules.ts'
import { settleHousing, settlePeople } from './settle.ts'
import * as queries from './state-queries.ts'

/** So many that one transaction ends in well under a second. */
const atOnce = 500
/** A transaction that began this long ago may still have to end; what it changed bears the time of its beginning. */
const overlapMs = 2 * 60_000
const firstId = '00000000-0000-0000-0000-000000000000'
const everywhere = { role: 'staff', areas: ['/'] } as const
type Tools = Pick<JobTools, 'around' | 'now'>
interface Office { subdistrict: number, area: string }
/** The office, and whose records were looked through in it. */
interface Round extends Office { seen(rows: readonly { area: string }[]): void }

/** What it writes follows from the records and can be made again at any time, so it leaves no trace of its own in the journal. */
export const look: JobDefinition = {
  title: '检查数据质量', every: '*/2 * * * *', atStart: true,
  async run({ around, now }) {
    for (const area of await around.database.transact(everywhere, 'read', flaws.listSubdistricts)) await lookThrough({ around, now }, { subdistrict: subdistrictOf(area), area })
  },
}

/** Units that changed and who lives in them, people who changed and their units, and whose day has come since the last time. */
async function lookThrough(tools: Tools, office: Office): Promise<void> {
  const today = dayOf(tools.now)
  const places = new Set<string>()
  const round: Round = { ...office, seen: (rows) => rows.forEach(({ area }) => places.add(areaAt(area, 'grid') ?? area)) }
  const mark = await tools.around.database.transact(scopeOf(office), 'read', (db) => flaws.markOf(db, office.subdistrict))
  await throughHousing(tools, round, mark?.housing)
  await throughPeople(tools, round, mark?.people)
  const day = (mark?.day ?? today) as Day
  if (day < today) await throughDays(tools, round, day, today)
  // Through with all of them, the next time begins from now: the same records are not looked at for ever.
  await tools.around.database.transact(scopeOf(office), 'write', (db) => flaws.setMark(db, { ...office, housing: tools.now, people: tools.now, day: today }))
  tellBoards(tools, places)
}

/** Open boards of these places ask again. */
const tellBoards = ({ around }: Pick<JobTools, 'around'>, places: ReadonlySet<string>) => around.tell([...places].map((place) => ({ topic: 'quality', id: place, area: place, units: [], resident: null, may: 'base.view' })))

const scopeOf = ({ area }: Office) => ({ role: 'staff', areas: [area] }) as const
const begin = (mark: Date | undefined): queries.After => ({ at: new Date((mark?.getTime() ?? 0) - overlapMs), id: firstId })

async function throughHousing({ around: { database, crypto }, now }: Tools, office: Round, mark: Date | undefined): Promise<void> {
  let from = begin(mark)
  for (let found = atOnce; found === atOnce;) {
    const last = await database.transact(scopeOf(office), 'write', async (db) => {
      const rows = await queries.housingChanged(db, office.subdistrict, from, atOnce)
      found = rows.length
      await settleHousing(db, { ...office, now }, rows)
      office.seen(rows)
      // Whether a lease has ended is known of the unit. The first time everybody is looked through anyway.
      if (mark) await settlePeople(db, { ...office, now, crypto }, await queries.people(db, office.subdistrict, await queries.peopleIn(db, office.subdistrict, rows.map(({ id }) => id))))
      return rows.at(-1)
    })
    if (last) from = { at: last.changedAt, id: last.id }
  }
}

async function throughPeople({ around: { database, crypto }, now }: Tools, office: Round, mark: Date | undefined): Promise<void> {
  let from = begin(mark)
  await settleIds({ around: { database, crypto }, now }, office, mark ? await database.transact(scopeOf(office), 'read', (db) => queries.peopleClaimed(db, office.subdistrict, from.at)) : [])
  for (let found = atOnce; found === atOnce;) {
    const last = await database.transact(scopeOf(office), 'write', async (db) => {
      const rows = await queries.peopleChanged(db, office.subdistrict, from, atOnce)
      found = rows.length
      await settlePeople(db, { ...office, now, crypto }, rows)
      await settleHousing(db, { ...office, now }, await queries.units(db, office.subdistrict, [...new Set(rows.flatMap(({ homes }) => homes))]))
      office.seen(rows)
      return rows.at(-1)
    })
    if (last) from = { at: last.changed_at, id: last.id }
  }
}

/** Nobody changes a record that has become stale, and nobody one who meant to leave yesterday. */
async function throughDays(tools: Tools, office: Round, from: Day, until: Day): Promise<void> {
  const ids = await tools.around.database.transact(scopeOf(office), 'read', (db) => queries.peopleOfDays(db, office.subdistrict, { from, until, staleFrom: addDays(from, -staleAfterDays - 1), staleUntil: addDays(until, -staleAfterDays) }))
  await settleIds(tools, office, ids)
}

async function settleIds({ around: { database, crypto }, now }: { around: Pick<Tools['around'], 'database' | 'crypto'>, now: Date }, office: Round, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce) {
    await database.transact(scopeOf(office), 'write', async (db) => {
      const rows = await queries.people(db, office.subdistrict, ids.slice(at, at + atOnce))
      await settlePeople(db, { ...office, now, crypto }, rows)
      office.seen(rows)
    })
  }
}

/** People whose record was just mended, by the server, which sees where else they live. */
export const settleSome: JobDefinition = {
  title: '更新数据质量',
  async run({ around, now }, { area, people }: { area: string, people: string[] }) {
    const [office, { database, crypto }] = [{ subdistrict: subdistrictOf(area), area }, around]
    const places = await database.transact(scopeOf(office), 'write', async (db) => {
      const rows = await queries.people(db, office.subdistrict, people)
      await settlePeople(db, { ...office, now, crypto }, rows)
      const homes = await queries.units(db, office.subdistrict, [...new Set(rows.flatMap((row) => row.homes))])
      await settleHousing(db, { ...office, now }, homes)
      return new Set([...rows, ...homes].map((one) => one.area))
    })
    // Whoever lived alone left a home without anybody, or is back in it.
    tellBoards({ around }, places)
  },
}
