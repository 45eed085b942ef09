import type { Input, Output } from '@linli/contract'
import { isAreaPath, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { enterpriseNamed } from '../enterprise/index.ts'
import { find, knowsReporter, rowView } from '../event/index.ts'
import { housingUnit } from '../housing/index.ts'
import { areaNamed, formerPaths } from '../organisation/index.ts'
import { personOf } from '../person/index.ts'
import * as queries from './queries.ts'
import type { After, Spot } from './queries.ts'
import { isAtDoor, together } from './rules.ts'

/** What events are asked for: those at a place, as far as its words are right, and those reported under one of these numbers. */
interface About { subdistrict: number, places: { area: string, isMeant: (told: string) => boolean }[], numbers: Buffer[] }

export async function events(ctx: Ctx, { after, limit, ...of }: Input<'concern', 'events'>): Promise<Output<'concern', 'events'>> {
  const about = await aboutOf(ctx, of)
  const from = goOnAfter(after, 2)
  const spots: { id: string, at: Date, way: 'place' | 'reporter' }[] = []
  const mayRead = ({ area }: Spot) => mayIn(ctx.actor, 'event.view', area)
  const take = (way: 'place' | 'reporter', rows: Spot[]) => spots.push(...rows.map(({ id, reported_at: at }) => ({ id, at, way })))
  // What was over when its building came to another grid lies under the path of then.
  for (const { area, isMeant } of about.places) for (const path of await formerPaths(ctx, area)) take('place', await gather((last, most) => queries.listAt(ctx, about.subdistrict, path, last, most), async (one) => mayRead(one) && isMeant(one.place), from, limit + 1))
  if (about.numbers.length > 0) take('reporter', await gather((last, most) => queries.listReported(ctx, about.subdistrict, about.numbers, last, most), async (one) => mayRead(one) && knowsReporter(ctx, found(await find(ctx, one.id))), from, limit + 1))
  const page = cut(together(spots).slice(0, limit + 1), limit, ({ at, id }) => [at.toISOString(), id])
  const rows = [] as Output<'concern', 'events'>['rows']
  for (const { id, ways } of page.rows) rows.push({ ...rowView(found(await find(ctx, id)), ctx.now), ways })
  return { rows, next: page.next }
}

/** Read at once, and how often at most: further back than this nobody looks on a record's page. */
const [atOnce, mostTimes] = [200, 20]

/** Back in time until so many are meant. */
async function gather(list: (after: After, limit: number) => Promise<Spot[]>, isMeant: (spot: Spot) => Promise<boolean>, from: After, most: number): Promise<Spot[]> {
  const meant: Spot[] = []
  let after = from
  for (let times = 0; times < mostTimes; times += 1) {
    const rows = await list(after, atOnce)
    for (const row of rows) if (meant.length < most && await isMeant(row)) meant.push(row)
    const last = rows.at(-1)
    if (!last || rows.length < atOnce || meant.length >= most) break
    after = [last.reported_at.toISOString(), last.id]
  }
  return meant
}

/** Of a record that the person asking may see. */
async function aboutOf(ctx: Ctx, { person, household, housing, enterprise, building }: Omit<Input<'concern', 'events'>, 'after' | 'limit'>): Promise<About> {
  if (person) {
    const row = found(await personOf(ctx, person))
    return { subdistrict: row.subdistrict, places: atDoors(await queries.listHomes(ctx, row.subdistrict, person)), numbers: row.phone_index ? [row.phone_index] : [] }
  }
  if (household) {
    const { subdistrict, housing: home } = found(await queries.findHousehold(ctx, household))
    return { subdistrict, places: atDoors(await queries.listDoors(ctx, subdistrict, home ? [home] : [])), numbers: await queries.listNumbers(ctx, subdistrict, household) }
  }
  if (housing) {
    const { subdistrict } = found(await housingUnit(ctx, housing))
    return { subdistrict, places: atDoors(await queries.listDoors(ctx, subdistrict, [housing])), numbers: [] }
  }
  if (enterprise) {
    const row = found(await enterpriseNamed(ctx, enterprise))
    const doors = await queries.listDoors(ctx, row.subdistrict, row.housing ? [row.housing] : [])
    return { subdistrict: row.subdistrict, places: [{ area: row.area, isMeant: (told) => told.includes(row.name) || doors.some((door) => isAtDoor(told, door)) }], numbers: [] }
  }
  return { subdistrict: tenantOf(building!), places: [{ area: await ownBuilding(ctx, building!), isMeant: () => true }], numbers: [] }
}

const atDoors = (homes: queries.Home[]): About['places'] => homes.map(({ area, ...door }) => ({ area, isMeant: (told) => isAtDoor(told, door) }))

async function ownBuilding(ctx: Ctx, area: string): Promise<string> {
  const { path } = await areaNamed(ctx, area)
  if (!isAreaPath(path) || levelOf(path) !== 'building') throw new Problem('input.invalid', { fields: [{ path: 'building', message: '请选择楼幢' }] })
  if (!mayIn(ctx.actor, 'base.view', path)) throw new Problem('not-found')
  return path
}
