import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { RecordedProblem } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { fieldsFor, readGiven } from '../record/index.ts'
import { likeTo, type Alike, type Draft } from '../twin/index.ts'
import { ownPlaceFor, type Place } from './place.ts'
import * as queries from './queries.ts'
import { filledIn, rowOf } from './row.ts'
import { rowView } from './view.ts'

type AlikeRow = Output<'person', 'alike'>['rows'][number]

/** While somebody is typed in, and before anything is written. */
export async function alike(ctx: Ctx, { at, ...given }: Input<'person', 'alike'>): Promise<Output<'person', 'alike'>> {
  const place = await ownPlaceFor(ctx, at)
  const read = await readGiven(ctx, { kind: 'person', ...place }, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')))
  const stored = rowOf(ctx, await fieldsFor(ctx, 'person', place), { name: '', ...filledIn(read) })
  const same = stored.number_index ? await queries.findByNumber(ctx, place.subdistrict, stored.number_index) : undefined
  const community = stored.number_index && !same ? await queries.communityOfNumber(ctx, place.subdistrict, stored.number_index) : null
  const names = await areaNames(ctx, [same?.area, community].filter((area) => typeof area === 'string'))
  const rows = stored.name === '' ? [] : await likeTo(ctx, place.subdistrict, { ...draftOf(stored), homes: place.housing === null ? [] : [place.housing] })
  return { same: same ? rowView(ctx, same, names) : null, elsewhere: community === null ? null : names.get(community) ?? '其他社区', rows: await alikeRows(ctx, place.subdistrict, rows.filter(({ id }) => id !== same?.id)) }
}

/** Who it might be and nobody said is somebody else is told, and nothing is written; otherwise whom it is not, to be remembered. */
export async function refuseAlike(ctx: Ctx, place: Place, draft: Draft, isSomebodyElse: readonly string[]): Promise<(Alike & { area: string })[]> {
  const found = await likeTo(ctx, place.subdistrict, draft)
  const unsaid = found.filter(({ id }) => !isSomebodyElse.includes(id))
  if (unsaid.length > 0) {
    const people = await alikeRows(ctx, place.subdistrict, unsaid)
    ctx.record('person.likened', { kind: 'area', id: place.area, subdistrict: place.subdistrict, area: place.area, may: 'base.view' }, { people: people.map(({ id }) => id) })
    throw new RecordedProblem('base.person-alike', { detail: `可能已经登记过：${people.map(({ name, address, areaName }) => `${name}（${address ?? areaName}）`).slice(0, 3).join('、')}`, people })
  }
  const rows = await queries.listByIds(ctx, place.subdistrict, found.map(({ id }) => id))
  return found.flatMap((one) => rows.filter(({ id }) => id === one.id).map(({ area }) => ({ ...one, area })))
}

async function alikeRows(ctx: Ctx, subdistrict: number, found: readonly Alike[]): Promise<AlikeRow[]> {
  const rows = await queries.listByIds(ctx, subdistrict, found.map(({ id }) => id))
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return found.flatMap(({ id, reasons, score }) => rows.filter((row) => row.id === id).map((row) => ({ ...rowView(ctx, row, names), reasons, score })))
}

/** What of a record about to be stored is compared with others. */
export const draftOf = (row: ReturnType<typeof rowOf>): Omit<Draft, 'homes'> => ({
  name: row.name, pinyin: row.pinyin, initials: row.initials, certificate: row.certificate ?? null, number: row.number_index?.toString('hex') ?? null, sex: row.sex ?? null, birth: (row.birth as string | null | undefined) ?? null, phone: row.phone_index?.toString('hex') ?? null,
})
