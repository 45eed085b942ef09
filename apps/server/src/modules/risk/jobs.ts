import { subdistrictOf } from '@linli/standards'
import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import { touchedOf } from './factors/index.ts'
import { readyOf, settle, type Office, type ReadyKind } from './measure.ts'
import { findVersion, listOffices } from './rule-queries.ts'
import * as queries from './score-queries.ts'
import { escalate, pending, warn } from './warn.ts'
import { listLate } from './warning-queries.ts'

const scopeOf = ({ area }: Office) => ({ role: 'staff', areas: [area] }) as const
/** A transaction that began this long ago may still have to end; what it changed bears the time of its beginning. */
const overlapMs = 2 * 60_000
/** So many that one transaction ends in well under a second; what is left comes two minutes later. */
const atOnce = 50
const mostLate = 200
const sleptMs = 26 * 3_600_000

/** Everything, every night and when rules were published: what follows from the records is made again and leaves no trace of its own. */
export const measure: JobDefinition = {
  title: '计算全部风险分值', every: '10 2 * * *',
  async run(tools, { area }: { area?: string }) {
    const offices = area ? [{ subdistrict: subdistrictOf(area), area }] : await tools.around.database.transact({ role: 'staff', areas: ['/'] }, 'read', listOffices)
    for (const office of offices) await measureOffice(tools, office, null)
  },
}

/** Every two minutes what changed since, and what nobody has seen to in time. */
export const move: JobDefinition = {
  title: '更新有变化的风险分值，预警逾期升级', every: '*/2 * * * *', atStart: true,
  async run(tools) {
    for (const office of await tools.around.database.transact({ role: 'staff', areas: ['/'] }, 'read', listOffices)) {
      const mark = await tools.around.database.transact(scopeOf(office), 'read', (db) => queries.markOf(db, office.subdistrict))
      // Where a night was slept through everything is measured, as it would have been.
      const isFresh = mark !== undefined && tools.now.getTime() - mark.measured_at.getTime() < sleptMs
      await measureOffice(tools, office, isFresh ? new Date(mark.until.getTime() - overlapMs) : null)
    }
  },
}

/** `since` null: everything; also where the rules are others than those that were measured last. */
async function measureOffice(tools: JobTools, office: Office, since: Date | null): Promise<void> {
  const { around: { database }, now, read, write } = tools
  const version = await read(office.area, (ctx) => findVersion(ctx.db, office.subdistrict))
  if (!version) return
  const mark = await database.transact(scopeOf(office), 'read', (db) => queries.markOf(db, office.subdistrict))
  const from = mark?.version === version.no ? since : null
  const kinds = await read(office.area, (ctx) => readyOf(ctx, version))
  let isOtherwise = from === null
  for (const ready of kinds) {
    const subjects = from === null ? null : await database.transact(scopeOf(office), 'read', (db) => touched(db, office, ready, from))
    if (subjects?.length === 0) continue
    isOtherwise = await database.transact(scopeOf(office), 'write', (db) => settle(db, office, { ready, version: version.no, now, subjects })) || isOtherwise
    const warned = await database.transact(scopeOf(office), 'read', (db) => pending(db, office, ready.kind, { now, subjects }))
    for (let at = 0; at < warned.length; at += atOnce) {
      await write(office.area, async (ctx) => { for (const one of warned.slice(at, at + atOnce)) await warn(ctx, office, { version: version.no, kind: ready.kind }, one) })
    }
  }
  for (const id of await read(office.area, (ctx) => listLate(ctx, office.subdistrict, mostLate))) await write(office.area, (ctx) => escalate(ctx, id, version))
  await database.transact(scopeOf(office), 'write', async (db) => {
    if (from === null) await queries.readEffects(db, office.subdistrict, now)
    await queries.setMark(db, { ...office, until: now, measured_at: from === null ? now : mark!.measured_at, version: version.no })
  })
  // Open boards ask again.
  if (isOtherwise) tools.around.tell([{ topic: 'risk', id: office.area, area: office.area, isOfParts: true, units: [], resident: null }])
}

const touched = (db: Parameters<typeof queries.subjectsOf>[0], { subdistrict }: Office, { kind: { kind } }: ReadyKind, since: Date) => queries.subjectsOf(db, touchedOf(kind).map(({ subjects }) => subjects({ subdistrict, since })))
