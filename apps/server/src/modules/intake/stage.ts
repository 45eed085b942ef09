import type { Row } from '@linli/sheet'
import type { Field, Values } from '@linli/contract'
import { maskIdentityNumber, maskPhone } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { filledIn, rowOf, type Stored } from '../person/index.ts'
import { settlePlace, type Found, type Looked, type UnitOf } from './place-rules.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import * as rows from './row-queries.ts'
import { isNote, lookOver, textsIn, type Fault, type Read1, type Taken, type Texts } from './rules.ts'
import { subjectOf, usualRole, type Wish } from './subject.ts'

/** What reading the rows of a file needs to know. */
export interface Reading { batch: BatchRow, columns: Taken[], titles: ReadonlyMap<string, string>, lookUp: (place: Read1['place']) => Looked, fields: readonly Field[], read: (cells: Row['cells']) => Read1 }

export interface One { no: number, cells: Row['cells'], isNote: boolean, read: Read1, values: Values, stored: Stored | undefined, faults: Fault[], looked: Looked, person?: string }

/** Looks up whom and what they are about, and stages them. False where the batch is no longer where this reader left it. */
export async function stageRows(ctx: Ctx, reading: Reading, { after, rows: read }: { after: number, rows: readonly One[] }): Promise<boolean> {
  const { batch } = reading
  const now = await queries.lock(ctx, batch.id)
  if (now?.status !== 'reading' || now.run !== batch.run || now.read_to !== after) return false
  await rows.stage(ctx, batch, await settled(ctx, reading, read))
  await queries.update(ctx, batch, { read_to: read.at(-1)?.no ?? after, total: now.total + read.length })
  ctx.record('intake.advanced', subjectOf(batch), { read: now.total + read.length })
  return true
}

/** Rows as they will be staged, once it is known which places and whom they are about. */
export async function settled(ctx: Ctx, reading: Reading, read: readonly One[]): Promise<rows.Staged[]> {
  const places = await placesOf(ctx, reading.batch, read)
  await identify(ctx, reading.batch, read)
  return read.map((one, at) => stagedOf(ctx, reading, { one, place: places[at]! }))
}

/** What a row says, as it will be stored. */
export function readOne(around: Pick<Ctx, 'crypto'>, { columns, titles, lookUp, fields, read: readCells }: Reading, row: Row): One {
  if (isNote(row.cells, columns)) return { ...row, isNote: true, read: { values: {}, place: {}, role: null, since: null, clears: [], faults: [] }, values: {}, stored: undefined, faults: [], looked: { buildings: [], key: null, entrance: null, room: null, text: null, faults: [] } }
  const read = readCells(row.cells)
  const values = filledIn(read.values)
  const looked = lookUp(read.place)
  const faults = [...read.faults, ...lookOver(read, values, titles), ...looked.faults.map((fault) => ({ ...fault, title: titles.get(fault.column) ?? '', isWarning: false }))]
  return { ...row, isNote: false, read, values, looked, faults, stored: (values.name ?? null) === null ? undefined : rowOf(around, fields, values) }
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
async function identify(ctx: Ctx, { subdistrict }: BatchRow, read: readonly One[]): Promise<void> {
  const indexes = (column: 'number_index' | 'phone_index') => read.flatMap(({ stored }) => (stored?.[column] as Buffer | null | undefined) ?? [])
  const known = await rows.listKnown(ctx, subdistrict, indexes('number_index'), indexes('phone_index'))
  const by = Map.groupBy(known, (one) => `${one.by} ${one.looked.toString('hex')}`)
  const names = await areaNames(ctx, [...new Set(known.filter(({ id }) => id === null).flatMap(({ community }) => community ?? []))])
  for (const one of read) {
    if (!one.stored) continue
    const [same] = by.get(`number ${hex(one.stored.number_index)}`) ?? []
    if (same && same.id === null) one.faults.push({ column: 'certificateNumber', title: '', code: 'elsewhere', message: `该证件号码已在${names.get(same.community ?? '') ?? '其他社区'}登记，请联系该社区办理迁移`, isWarning: false })
    if (same?.id) one.person = same.id
    if (same?.id && same.name !== one.values.name) one.faults.push({ column: 'name', title: '', code: 'name.differs', message: `这个证件号码登记的姓名是“${same.name}”`, isWarning: true })
    const others = same ? [] : (by.get(`phone ${hex(one.stored.phone_index)}`) ?? []).filter((other) => other.name === one.values.name && (!other.has_number || one.stored!.number_index === null))
    if (others.length === 1) {
      one.person = others[0]!.id!
      one.faults.push({ column: 'phone', title: '', code: 'same.phone', message: '与已登记的人姓名、电话都相同，按同一个人处理', isWarning: true })
    }
  }
}

/** Kept for what is to be mended. */
export const sealedTexts = (ctx: Pick<Ctx, 'crypto'>, texts: Texts): Buffer => ctx.crypto.encrypt(JSON.stringify(texts), 'intake.cells')

const hex = (bytes: unknown) => (Buffer.isBuffer(bytes) ? bytes.toString('hex') : '')

function stagedOf(ctx: Ctx, { batch, titles, columns }: Reading, { one, place }: { one: One, place: Found }): rows.Staged {
  const { no, read, values, stored } = one
  const faults = [...one.faults, // Where somebody known already lives is not changed by a file.
    ...place.fault && !one.isNote && one.person === undefined ? [{ ...place.fault, title: '' }] : []].map((fault) => ({ ...fault, title: fault.title || (titles.get(fault.column) ?? '') }))
  const outcome = one.isNote ? 'note' : faults.some(({ isWarning }) => !isWarning) ? 'bad' : one.person === undefined ? 'fresh' : 'match'
  const isGood = outcome === 'fresh' || outcome === 'match'
  const masked = (field: string, mask: (text: string) => string) => ((values[field] ?? null) === null ? null : mask(String(values[field])))
  return {
    no, area: place.area, outcome, wrong: [...new Set(faults.map(({ column }) => column))],
    faults: faults.length === 0 ? null : ctx.crypto.encrypt(JSON.stringify(faults), 'intake.faults'), cells: outcome === 'bad' ? sealedTexts(ctx, textsIn(columns, one.cells)) : null,
    person: outcome === 'fresh' ? ctx.newId() : one.person ?? null, housing: place.housing, place: place.place, address: place.address, role: read.role ?? (batch.wish as Wish).role ?? usualRole, since: read.since,
    fields: Object.keys(values).filter((field) => (values[field] ?? null) !== null), clears: read.clears,
    ...isGood ? stored as rows.Staged : { name: values.name ?? null, number_masked: masked('certificateNumber', maskIdentityNumber), phone_masked: masked('phone', maskPhone), groups: [], facts: '{}' },
  }
}
