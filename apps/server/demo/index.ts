import { dayOf } from '@linli/standards'
import { Client, type ClientBase } from 'pg'
import type { Crypto } from '../src/kernel/crypto.ts'
import type { ConnectionSettings } from '../src/kernel/db.ts'
import type { Files } from '../src/kernel/files.ts'
import { hashPassword } from '../src/modules/identity/index.ts'
import { directory } from '../src/modules/matter/directory/index.ts'
import { demoPassword, demoPosts } from './account-list.ts'
import { makeBase } from './base/index.ts'
import { storeBase } from './base/store.ts'
import { storeBulletins } from './bulletin.ts'
import { withoutIndexes } from './bulk.ts'
import { makeEvents } from './event/generate.ts'
import { storeEvents, storePhotoRows } from './event/store.ts'
import { storeGovernance } from './governance.ts'
import { storeLogbooks } from './logbook.ts'
import { storeKnowledge } from './office/knowledge.ts'
import { storeLinks } from './office/link.ts'
import { storePresence } from './office/presence.ts'
import { storeReplies } from './office/reply.ts'
import { storeRouting } from './office/routing.ts'
import { storeWhistles } from './office/whistle.ts'
import { makePeople } from './people/account.ts'
import { storePeople, storeUnits } from './people/store.ts'
import { makeUnits } from './people/unit.ts'
import { storePhotos, takePhotos } from './photo/photo.ts'
import { randomOf } from './random.ts'
import { storeReception } from './reception.ts'
import { storeRisk } from './risk.ts'
import { drawDistrict } from './town/district.ts'
import { drawPlan } from './town/plan.ts'
import { subdistrict } from './town/profile.ts'
import { storeFacts, storeTown } from './town/store.ts'

export interface DemoAccount { name: string, signInName: string, password: string, post: string }

export interface DemoParts {
  owner: ConnectionSettings
  crypto: Crypto
  files: Files
  /** The moment of the first start; the year before it is filled. */
  now: Date
  log: (line: string) => void
  seed?: string
  /** Events of the year; fewer for tests. */
  count?: number
}

const dayMs = 86_400_000

/** Columns that queries choose by; the search arrays and shapes would take longer than all others together. */
const looked = `analyze area (path, kind, west, east), account, housing, person, household, residency, relation, enterprise, thing, revision, post, unit, logbook_entry, photo (id, subject), event_stage (event), journal (subdistrict, at, area, subject, actor, name),
  event (subdistrict, id, area, status, source, matter, unit, unit_kind, reported_by, reported_at, due_at, is_overdue)`

/**
 * Fills an empty installation with the fictional 临河街道: a drawn town, people with posts, and a year of events (about 84 a day, domain §7). The
 * same seed and moment give the same; only what is encrypted or hashed differs. In one transaction: an interrupted first start leaves nothing, and of
 * several servers that start at once one makes it.
 */
export async function makeDemo({ owner, crypto, files, now, log, seed = 'linhe', count = 30_700 }: DemoParts): Promise<void> {
  const began = performance.now()
  const since = new Date(now.getTime() - 400 * dayMs)
  const communities = drawDistrict(seed, subdistrict.path)
  const units = makeUnits(randomOf(`${seed} units`), communities, since.getTime())
  const people = makePeople(randomOf(`${seed} people`), communities, units, since.getTime())
  const base = makeBase({ seed, now, communities, accounts: people })
  const events = makeEvents({ seed, now, communities, people, units, count })
  const photos = takePhotos(seed, events, now)
  const drawing = settled(storePhotos(seed, photos, files))
  await inOneTransaction(owner, async (client) => {
    if (!await isStillEmpty(client)) return
    await client.query('select journal_month(($1::date + make_interval(months => months))::date) from generate_series(0, 15) as months', [dayOf(since)])
    await storeTown(client, communities, drawPlan(seed, communities))
    await storeFacts(client, communities, now)
    await storeUnits(client, units, since)
    await storePeople(client, people, { crypto, password: await hashPassword(demoPassword), since, now })
    await storeBase(client, base, { seed, crypto, now, accounts: people })
    await storeLogbooks(client, { seed, now, communities, people, base })
    await storeReplies(client, { seed, now, communities, people })
    await storeKnowledge(client, { seed, now, communities, people })
    const matterNames = new Map(directory.map(({ code, name }) => [code, name]))
    await withoutIndexes(client, ['event', 'event_stage', 'journal'], () => storeEvents(client, { seed, events, photos, crypto, matterNames }))
    await storeGovernance(client, { seed, now, people })
    await storeRouting(client, { seed, now, units, people, events })
    await storeLinks(client, { seed, now, crypto, people, events })
    await storeWhistles(client, { seed, now, communities, people, units })
    await storePresence(client, { seed, now, communities, people, units })
    await storeReception(client, { seed, now })
    await storeRisk(client, { seed, now, people })
    await storeBulletins(client, { seed, now, crypto, people })
    await storePhotoRows(client, photos, await unwrapped(drawing))
    await client.query(looked)
  })
  log(`演示街道「${subdistrict.name}」已生成：${communities.length} 个社区、${people.all.length} 个账号、${base.houses.length} 套房屋、${base.people.length} 名居民、${base.businesses.length} 家企业与组织、${events.length} 件事件，用时 ${Math.round((performance.now() - began) / 1000)} 秒`)
}

/** True until the first area or account is there. */
export async function isEmpty(owner: ConnectionSettings): Promise<boolean> {
  return withClient(owner, hasNothing)
}

const hasNothing = async (client: ClientBase) => (await client.query('select from area union all select from account limit 1')).rowCount === 0

/** Asked when nobody else can be making it: the lock is kept until the transaction ends. */
async function isStillEmpty(client: ClientBase): Promise<boolean> {
  await client.query('select pg_advisory_xact_lock(7211002)')
  return hasNothing(client)
}

/** The demo's accounts for printing and for the sign-in page; nobody where this is not the demo's database. */
export async function listDemoAccounts(owner: ConnectionSettings): Promise<DemoAccount[]> {
  const { rows } = await withClient(owner, (client) => client.query<{ name: string, sign_in_name: string }>('select name, sign_in_name from account where sign_in_name = any ($1) and area like $2', [demoPosts.map(([name]) => name), `${subdistrict.path}%`]))
  const known = new Map(rows.map((row) => [row.sign_in_name, row.name]))
  return demoPosts.flatMap(([signInName, post]) => (known.has(signInName) ? [{ name: known.get(signInName)!, signInName, password: demoPassword, post }] : []))
}

async function inOneTransaction(owner: ConnectionSettings, work: (client: ClientBase) => Promise<void>): Promise<void> {
  await withClient(owner, async (client) => {
    // Nothing here was promised to anybody yet: a crash means it is made again.
    await client.query('begin; set local synchronous_commit = off; set local maintenance_work_mem = \'128MB\'')
    await work(client)
    await client.query('commit')
  })
}

async function withClient<T>(owner: ConnectionSettings, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new Client(owner)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** A failure beside the transaction is looked at when it is waited for, not before. */
const settled = <T>(work: Promise<T>): Promise<{ value: T } | { error: unknown }> => work.then((value) => ({ value }), (error: unknown) => ({ error }))

async function unwrapped<T>(work: Promise<{ value: T } | { error: unknown }>): Promise<T> {
  const done = await work
  if ('error' in done) throw done.error
  return done.value
}
