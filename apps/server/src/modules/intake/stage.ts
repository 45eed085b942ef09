import type { Ctx } from '../../kernel/ctx.ts'
import { unpackTexts, type Fault } from '../cell/index.ts'
import { settlePlace, type Found, type UnitOf } from '../housing/index.ts'
import { packedColumns, unpacked, type Packable } from '../record/light.ts'
import { foundOut, instead, type FoundOut } from './column-queries.ts'
import { kindOf } from './kinds.ts'
import type { One, Piece, Reading } from './one.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import { compareReturned } from './returned.ts'
import * as rows from './row-queries.ts'
import { subjectOf } from './subject.ts'

/** Looks up whom and what they are about, and stages them. False where the batch is no longer where this reader left it. */
export async function stageRows(ctx: Ctx, reading: Reading, { after, piece }: { after: number, piece: Piece }): Promise<boolean> {
  const { batch } = reading
  const now = await queries.lock(ctx, batch.id)
  if (now?.status !== 'reading' || now.run !== batch.run || now.read_to !== after) return false
  await rows.stage(ctx, batch, await settled(ctx, reading, piece))
  const read = now.total + piece.rows.length
  await queries.update(ctx, batch, { read_to: piece.rows.at(-1)?.no ?? after, total: read })
  ctx.record('intake.advanced', subjectOf(batch), { read })
  return true
}

/** Columns of rows as they will be staged, once it is known which places and whom they are about. `keeps`: the cells of all of them are kept, for some were mended and may have to be again. */
export async function settled(ctx: Ctx, reading: Reading, { rows: read, columns }: Piece, { keeps = false } = {}): Promise<rows.Columns> {
  const { batch } = reading
  const [back, sent] = [read.filter(({ mark }) => mark !== undefined), read.filter(({ mark, isNote }) => mark === undefined && !isNote)]
  for (const [at, place] of (await placesOf(ctx, batch, sent)).entries()) sent[at]!.place = place
  await kindOf(batch).identify(ctx, batch, sent, columns)
  for (const one of sent) if (one.record === undefined) one.faults.push(...one.lacks)
  await compareReturned(ctx, reading, back)
  const texts = unpacked(columns.texts)
  return { ...packedColumns(own, read.map((one) => foundOf(ctx, reading, one, { keeps, texts }))), ...columns }
}

const own = { ...foundOut, own_name: instead.name, own_number_index: instead.number_index, own_fields: instead.fields, own_clears: instead.clears, own_lists: 'lists' } as const

/** By the whole key of the address, else by the room in the building that was recognised. */
async function placesOf(ctx: Ctx, { subdistrict, area }: BatchRow, read: readonly One[]): Promise<Found[]> {
  const units = Map.groupBy(await rows.listUnits(ctx, subdistrict, [...new Set(read.flatMap(({ looked }) => looked.key ?? []))]), ({ key }) => key)
  const open = read.filter(({ looked }) => looked.key !== null && !units.has(looked.key) && looked.room !== null && looked.buildings.length > 0)
  const rooms = open.length === 0 ? new Map<string, UnitOf[]>() : Map.groupBy(await rows.listRooms(ctx, subdistrict, [...new Set(open.flatMap(({ looked }) => looked.buildings.map(({ path }) => path)))], [...new Set(open.map(({ looked }) => looked.room!))]), (unit) => `${unit.area} ${unit.room}`)
  return read.map(({ looked }) => settlePlace(looked, (looked.key !== null ? units.get(looked.key) : undefined) ?? looked.buildings.flatMap(({ path }) => rooms.get(`${path} ${looked.room}`) ?? []).filter(({ entrance }) => looked.entrance === null || entrance === looked.entrance), area))
}

function foundOf(ctx: Ctx, { batch, titles, given: { columns } }: Reading, one: One, { keeps, texts }: { keeps: boolean, texts: readonly (Buffer | null)[] }): { [column in FoundOut]?: Packable } {
  const { no, values, returned, key = null } = one
  const place = one.place ?? { area: batch.area, place: batch.area, housing: null, address: null }
  // Where something known already is, is not changed by a file.
  const faults = [...one.faults, ...place.fault && one.record === undefined ? [{ ...place.fault, title: '' }] : []].map((fault) => ({ ...fault, title: fault.title || (titles.get(fault.column) ?? '') }))
  const outcome = outcomeOf(one, faults)
  // What is no person lies sealed as it was read, and so does what came back changed.
  const isSealed = (outcome === 'fresh' || outcome === 'match') && (returned !== undefined || batch.kind !== 'person')
  return {
    no, area: place.area, outcome, wrong: [...new Set(faults.map(({ column }) => column))], faults: faults.length === 0 ? null : ctx.crypto.encrypt(JSON.stringify(faults), 'intake.faults'),
    // Kept for what is to be mended. What went out from here is mended in its file, where its record is known by.
    cells: keeps || (outcome === 'bad' && one.mark === undefined) ? ctx.crypto.encrypt(JSON.stringify(unpackTexts(columns, String(texts[one.at]))), 'intake.cells') : null,
    record: outcome === 'fresh' ? ctx.newId() : one.record ?? null, housing: place.housing, place: place.place, address: place.address, seen: returned?.seen ?? null, revision: returned?.now ?? null, conflicts: returned?.conflicts ?? [],
    said: isSealed ? ctx.crypto.encrypt(JSON.stringify({ values: returned?.values ?? values, before: returned?.before ?? {}, also: one.also }), 'intake.said') : null,
    own_name: returned?.name, own_number_index: key === null ? null : ctx.crypto.index(key, 'intake.key'), own_fields: returned && Object.keys(returned.values).filter((field) => (returned.values[field] ?? null) !== null), own_clears: returned?.clears,
  }
}

function outcomeOf({ isNote, returned, record }: One, faults: readonly Fault[]): 'note' | 'bad' | 'same' | 'match' | 'fresh' {
  if (isNote) return 'note'
  if (faults.some(({ isWarning }) => !isWarning)) return 'bad'
  if (returned && Object.keys(returned.values).length + returned.clears.length === 0) return 'same'
  return record === undefined ? 'fresh' : 'match'
}
