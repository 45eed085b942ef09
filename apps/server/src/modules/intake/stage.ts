import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import type { One, Piece } from './apart.ts'
import { foundOut, type FoundOut } from './column-queries.ts'
import { packedColumns, type Packable } from './packed.ts'
import { settlePlace, type Found, type UnitOf } from './place-rules.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import * as rows from './row-queries.ts'
import { subjectOf } from './subject.ts'

/** What staging the rows of a file needs to know. */
export interface Reading { batch: BatchRow, titles: ReadonlyMap<string, string> }
type Met = One & { person?: string }

/** Looks up whom and what they are about, and stages them. False where the batch is no longer where this reader left it. */
export async function stageRows(ctx: Ctx, { batch, titles }: Reading, { after, piece: { rows: read, columns, numbers, phones } }: { after: number, piece: Piece }): Promise<boolean> {
  const now = await queries.lock(ctx, batch.id)
  if (now?.status !== 'reading' || now.run !== batch.run || now.read_to !== after) return false
  const places = await placesOf(ctx, batch, read)
  await identify(ctx, read, await rows.listKnown(ctx, batch.subdistrict, numbers, phones))
  const own = packedColumns(foundOut, read.map((one, at) => told(ctx, titles, { one, place: places[at]! })))
  await rows.stage(ctx, batch, { ...own, ...columns })
  await queries.update(ctx, batch, { read_to: read.at(-1)?.no ?? after, total: now.total + read.length })
  ctx.record('intake.advanced', subjectOf(batch), { read: now.total + read.length })
  return true
}

/** By the whole key of the address, else by the room in the building that was recognised. */
async function placesOf(ctx: Ctx, { subdistrict, area }: BatchRow, read: readonly One[]): Promise<Found[]> {
  const units = grouped(await rows.listUnits(ctx, subdistrict, [...new Set(read.flatMap(({ looked }) => looked.key ?? []))]), ({ key }) => key)
  const open = read.filter(({ looked }) => looked.key !== null && !units.has(looked.key) && looked.room !== null && looked.buildings.length > 0)
  const rooms = open.length === 0 ? new Map<string, UnitOf[]>() : grouped(await rows.listRooms(ctx, subdistrict, [...new Set(open.flatMap(({ looked }) => looked.buildings.map(({ path }) => path)))], [...new Set(open.map(({ looked }) => looked.room!))]), (unit) => `${unit.area} ${unit.room}`)
  return read.map(({ looked }) => settlePlace(looked, (looked.key !== null ? units.get(looked.key) : undefined) ?? looked.buildings.flatMap(({ path }) => rooms.get(`${path} ${looked.room}`) ?? []).filter(({ entrance }) => looked.entrance === null || entrance === looked.entrance), area))
}

const grouped = <T>(list: readonly T[], by: (one: T) => string): Map<string, T[]> => Map.groupBy(list, by)

/** Who is in the base already: by the number, or by name and phone where one of the two has no number. Who lives with another community is moved by a transfer, not by a file. */
async function identify(ctx: Ctx, read: readonly Met[], known: readonly rows.KnownRow[]): Promise<void> {
  const by = Map.groupBy(known, (one) => `${one.by} ${one.looked.toString('hex')}`)
  const names = await areaNames(ctx, [...new Set(known.filter(({ id }) => id === null).flatMap(({ community }) => community ?? []))])
  for (const one of read) {
    if (!one.isWhole) continue
    const [same] = by.get(`number ${one.number}`) ?? []
    if (same && same.id === null) one.faults.push({ column: 'certificateNumber', title: '', code: 'elsewhere', message: `该证件号码已在${names.get(same.community ?? '') ?? '其他社区'}登记，请联系该社区办理迁移`, isWarning: false })
    if (same?.id) one.person = same.id
    if (same?.id && same.name !== one.name) one.faults.push({ column: 'name', title: '', code: 'name.differs', message: `这个证件号码登记的姓名是“${same.name}”`, isWarning: true })
    const others = same ? [] : (by.get(`phone ${one.phone}`) ?? []).filter((other) => other.name === one.name && (!other.has_number || one.number === null))
    if (others.length === 1) {
      one.person = others[0]!.id!
      one.faults.push({ column: 'phone', title: '', code: 'same.phone', message: '与已登记的人姓名、电话都相同，按同一个人处理', isWarning: true })
    }
  }
}

function told(ctx: Ctx, titles: ReadonlyMap<string, string>, { one, place }: { one: Met, place: Found }): Record<FoundOut, Packable> {
  // Where somebody known already lives is not changed by a file.
  const faults = [...one.faults, ...place.fault && !one.isNote && one.person === undefined ? [{ ...place.fault, title: '' }] : []].map((fault) => ({ ...fault, title: fault.title || (titles.get(fault.column) ?? '') }))
  const outcome = one.isNote ? 'note' : faults.some(({ isWarning }) => !isWarning) ? 'bad' : one.person === undefined ? 'fresh' : 'match'
  return {
    no: one.no, area: place.area, outcome, wrong: [...new Set(faults.map(({ column }) => column))], faults: faults.length === 0 ? null : ctx.crypto.encrypt(JSON.stringify(faults), 'intake.faults'),
    person: outcome === 'fresh' ? ctx.newId() : one.person ?? null, housing: place.housing, place: place.place, address: place.address,
  }
}
