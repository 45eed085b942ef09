import type { Ctx } from '../../kernel/ctx.ts'
import { textOf } from '../cell/index.ts'
import { isSameSpot, readPoint } from '../housing/index.ts'
import { areaNames, locateArea } from '../organisation/index.ts'
import type { One } from './one.ts'
import type { BatchRow } from './queries.ts'
import * as rows from './row-queries.ts'

/** An enterprise is known by its credit code; one of the two without a code, by its name at its place. */
export const identifyEnterprises = (ctx: Ctx, batch: BatchRow, read: readonly One[]): Promise<void> =>
  identify(ctx, batch, read, { kind: 'enterprise', code: 'creditCode', words: '统一社会信用代码' })

/** A thing is known by its component code; one of the two without a code, by its name and kind at its place. */
export async function identifyThings(ctx: Ctx, batch: BatchRow, read: readonly One[]): Promise<void> {
  await locate(ctx, batch, read)
  await findOwners(ctx, batch, read)
  await identify(ctx, batch, read, { kind: 'thing', code: 'code', words: '部件标识码' })
}

async function identify(ctx: Ctx, { subdistrict }: BatchRow, read: readonly One[], { kind, code, words }: { kind: 'enterprise' | 'thing', code: string, words: string }): Promise<void> {
  const said = (name: string) => [...new Set(read.flatMap(({ values }) => textOf(values, name) ?? []))]
  const known = new Map((await rows.listKnownCodes(ctx, subdistrict, kind, said(code))).map((one) => [one.code, one]))
  const names = await areaNames(ctx, [...new Set([...known.values()].filter(({ id }) => id === null).map(({ community }) => community))])
  const named = Map.groupBy(await rows.listNamed(ctx, subdistrict, kind, said('name')), ({ name }) => name)
  for (const one of read) {
    const number = textOf(one.values, code)
    one.key = number
    const same = number === null ? undefined : known.get(number)
    if (same && same.id === null) one.faults.push({ column: code, title: '', code: 'elsewhere', message: `该${words}已在${names.get(same.community) ?? '其他社区'}登记`, isWarning: false })
    if (same?.id) one.record = same.id
    if (same?.id && one.values.name && same.name !== one.values.name) one.faults.push({ column: 'name', title: '', code: 'name.differs', message: `这个${words}登记的名称是“${same.name}”`, isWarning: true })
    const others = same ? [] : (named.get(textOf(one.values, 'name') ?? '') ?? []).filter((other) => (other.code === null || number === null) && isSameSpot(other, one.place!) && (kind === 'enterprise' || other.kind === (one.values.kind ?? other.kind)))
    if (others.length !== 1) continue
    one.record = others[0]!.id
    one.faults.push({ column: 'name', title: '', code: 'same.name', message: '与已登记的名称、位置都相同，按同一个处理', isWarning: true })
  }
}

/** Where only a point is said, it tells the area, which must be one of the batch. */
async function locate(ctx: Ctx, { area }: BatchRow, read: readonly One[]): Promise<void> {
  for (const one of read) {
    if (one.said.point === undefined) continue
    const point = readPoint(one.said.point)
    if (!point) {
      one.faults.push({ column: 'at.point', title: '', code: 'point', message: '坐标请写成“经度,纬度”，如 120.123456,30.123456', isWarning: false })
      continue
    }
    one.also = { ...one.also, point }
    if (one.looked.text !== null || one.looked.community || one.looked.grid) continue
    const path = await locateArea(ctx, point).then((found) => found.path, () => undefined)
    if (path?.startsWith(area) && path.split('/').length >= 7) one.place = { area: path, place: path, housing: null, address: null }
  }
}

async function findOwners(ctx: Ctx, { subdistrict }: BatchRow, read: readonly One[]): Promise<void> {
  const units = new Map((await rows.listUnitsNamed(ctx, subdistrict, [...new Set(read.flatMap(({ said }) => said.owner ?? []))])).map(({ name, id }) => [name, id]))
  for (const one of read) {
    const { owner } = one.said
    if (owner === undefined) continue
    const id = units.get(owner)
    if (id) one.also = { ...one.also, owner: id }
    else one.faults.push({ column: 'at.owner', title: '', code: 'owner.unknown', message: `没有叫“${owner}”的单位，权属单位先空着`, isWarning: true })
  }
}

/** A home is known by its door. A new one needs a building that is there, and a room. */
export function identifyHousing(_ctx: Ctx, _batch: BatchRow, read: readonly One[]): Promise<void> {
  for (const one of read) {
    const { looked, place } = one
    const fault = (column: string, code: string, message: string) => one.faults.push({ column, title: '', code, message, isWarning: false })
    // Where it is said that no unit is there yet, this is what the file brings.
    if (place?.fault && place.fault.code !== 'place.ambiguous') one.place = { area: place.area, place: place.place, housing: null, address: place.address }
    if (place?.housing) one.record = place.housing
    else if (looked.room === null) fault('at.room', 'room.missing', '请写明室号')
    else if (looked.buildings.length !== 1) fault('at.address', 'place.no-building', looked.buildings.length === 0 ? '辖区里没有这一幢，请核对小区和幢号，或请街道先登记楼幢' : '有几幢都叫这个名称，请写明小区')
    else {
      const [building] = looked.buildings
      one.also = { building: building!.name, door: { entrance: looked.entrance ?? '', floor: looked.floor, room: looked.room, part: looked.part ?? '' } }
    }
    one.key = place?.housing ?? (looked.buildings.length === 1 ? [looked.buildings[0]!.path, looked.entrance, looked.room, looked.part].join('/') : null)
  }
  return Promise.resolve()
}
