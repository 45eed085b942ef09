import type { IntakeKind } from '@linli/contract'
import type { Row } from '@linli/sheet'
import { maskIdentityNumber, maskNumbers, maskPhone } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { nowhere, settlePlace, type Found, type UnitOf } from '../housing/index.ts'
import { rowOf } from '../person/index.ts'
import { kindOf, requiredOf } from './kinds.ts'
import type { One, Reading } from './one.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import { compareReturned } from './returned.ts'
import { markOf } from './returned-rules.ts'
import * as rows from './row-queries.ts'
import { isNote, lookOver, nothingRead, textOf, textsIn, type Fault, type Texts } from './rules.ts'
import { subjectOf, usualRole, type Wish } from './subject.ts'

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
  const { batch } = reading
  const [back, sent] = [read.filter(({ mark }) => mark !== undefined), read.filter(({ mark, isNote: isRemark }) => mark === undefined && !isRemark)]
  for (const [at, place] of (await placesOf(ctx, batch, sent)).entries()) sent[at]!.place = place
  await kindOf(batch).identify(ctx, batch, sent)
  for (const one of sent) if (one.record === undefined && batch.kind !== 'person') one.faults.push(...lookOver(one.read, one.values, { titles: reading.titles, required: requiredOf(batch.kind as IntakeKind) }))
  await compareReturned(ctx, reading, back)
  return read.map((one) => stagedOf(ctx, reading, one))
}

/** What a row says, as it will be stored. */
export function readOne(around: Pick<Ctx, 'crypto'>, { batch, columns, titles, lookUp, fields, read: reader, mark }: Reading, row: Row): One {
  const kind = kindOf(batch)
  const empty: One = { no: row.no, isNote: false, cells: row.cells, read: nothingRead(), values: {}, stored: undefined, faults: [], looked: nowhere(), also: {} }
  const marked = mark === undefined ? undefined : markOf(row.cells[mark])
  if (marked !== undefined) return { ...empty, mark: marked }
  if (isNote(row.cells, columns, kind.keys)) return { ...empty, isNote: true }
  const read = reader.row(row.cells)
  const values = kind.filledIn(read.values)
  const looked = lookUp(read.place)
  const isPerson = batch.kind === 'person'
  const faults = [...read.faults, ...isPerson ? lookOver(read, values, { titles, required: requiredOf('person') }) : [], ...looked.faults.map((fault) => ({ ...fault, title: titles.get(fault.column) ?? '', isWarning: false }))]
  return { ...empty, read, values, looked, faults, stored: !isPerson || (values.name ?? null) === null ? undefined : rowOf(around, fields, values) }
}

/** By the whole key of the address, else by the room in the building that was recognised. */
async function placesOf(ctx: Ctx, { subdistrict, area }: BatchRow, read: readonly One[]): Promise<Found[]> {
  const units = grouped(await rows.listUnits(ctx, subdistrict, [...new Set(read.flatMap(({ looked }) => looked.key ?? []))]), ({ key }) => key)
  const open = read.filter(({ looked }) => looked.key !== null && !units.has(looked.key) && looked.room !== null && looked.buildings.length > 0)
  const rooms = open.length === 0 ? new Map<string, UnitOf[]>() : grouped(await rows.listRooms(ctx, subdistrict, [...new Set(open.flatMap(({ looked }) => looked.buildings.map(({ path }) => path)))], [...new Set(open.map(({ looked }) => looked.room!))]), (unit) => `${unit.area} ${unit.room}`)
  return read.map(({ looked }) => settlePlace(looked, (looked.key !== null ? units.get(looked.key) : undefined) ?? looked.buildings.flatMap(({ path }) => rooms.get(`${path} ${looked.room}`) ?? []).filter(({ entrance }) => looked.entrance === null || entrance === looked.entrance), area))
}

const grouped = <T>(list: readonly T[], by: (one: T) => string): Map<string, T[]> => Map.groupBy(list, by)

/** Kept for what is to be mended. */
export const sealedTexts = (ctx: Pick<Ctx, 'crypto'>, texts: Texts): Buffer => ctx.crypto.encrypt(JSON.stringify(texts), 'intake.cells')

function stagedOf(ctx: Ctx, { batch, titles, columns }: Reading, one: One): rows.Staged {
  const { no, read, values, stored, returned } = one
  const place = one.place ?? { area: batch.area, place: batch.area, housing: null, address: null }
  // Where something known already is, is not changed by a file.
  const faults = [...one.faults, ...place.fault && one.record === undefined ? [{ ...place.fault, title: '' }] : []].map((fault) => ({ ...fault, title: fault.title || (titles.get(fault.column) ?? '') }))
  const outcome = outcomeOf(one, faults)
  const isGood = outcome === 'fresh' || outcome === 'match'
  return {
    no, area: place.area, outcome, wrong: [...new Set(faults.map(({ column }) => column))], faults: faults.length === 0 ? null : ctx.crypto.encrypt(JSON.stringify(faults), 'intake.faults'),
    // What went out from here is mended in its file, where its record is known by.
    cells: outcome === 'bad' && one.mark === undefined ? sealedTexts(ctx, textsIn(columns, one.cells)) : null,
    record: outcome === 'fresh' ? ctx.newId() : one.record ?? null, housing: place.housing, place: place.place, address: place.address, role: read.role ?? (batch.wish as Wish).role ?? usualRole, since: read.since,
    fields: namesOf(returned?.values ?? values), clears: returned?.clears ?? read.clears, seen: returned?.seen ?? null, revision: returned?.now ?? null, conflicts: returned?.conflicts ?? [],
    ...isGood && stored !== undefined ? stored as rows.Staged : { ...shownOf(ctx, batch, one), groups: [], facts: '{}' },
    // What is no person lies sealed as it was read, and so does what came back changed.
    ...isGood && (returned !== undefined || stored === undefined) && { said: ctx.crypto.encrypt(JSON.stringify({ values: returned?.values ?? values, before: returned?.before ?? {}, also: one.also }), 'intake.said') },
  }
}

const namesOf = (values: One['values']) => Object.keys(values).filter((field) => (values[field] ?? null) !== null)

function outcomeOf({ isNote: isRemark, returned, record }: One, faults: readonly Fault[]): 'note' | 'bad' | 'same' | 'match' | 'fresh' {
  if (isRemark) return 'note'
  if (faults.some(({ isWarning }) => !isWarning)) return 'bad'
  if (returned && Object.keys(returned.values).length + returned.clears.length === 0) return 'same'
  return record === undefined ? 'fresh' : 'match'
}

/** What a row is recognised by on the screen, and by what it is found a second time in the file. */
function shownOf(ctx: Ctx, { kind }: BatchRow, { values, returned, looked, key = null }: One): rows.Staged {
  const masked = (field: string, mask: (text: string) => string) => ((values[field] ?? null) === null ? null : mask(String(values[field])))
  const numbers = kind === 'person' ? { number_masked: masked('certificateNumber', maskIdentityNumber), phone_masked: masked('phone', maskPhone) } : { number_masked: textOf(values, 'creditCode') ?? textOf(values, 'code') }
  return { name: returned?.name ?? textOf(values, 'name') ?? (looked.text === null ? null : maskNumbers(looked.text)), ...numbers, number_index: key === null ? null : ctx.crypto.index(key, 'intake.key') }
}
