import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { movedTo, shapeOf, splitBy, tilingOf, type Tiling } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** A community of two grids, the second north of the first; a building with a home, somebody who lives there and two events, 30 m south of the border between them. */
async function openGrids() {
  const street = await city.subdistrict()
  const [home] = street.communities
  const [south, north] = home!.grids as [string, string]
  const lng = 120 + (street.code % 1000) / 100
  const building = `${south}b0007/`
  const walls = [[lng + 0.001, 30.0012], [lng + 0.0012, 30.0012], [lng + 0.0012, 30.0013], [lng + 0.001, 30.0013], [lng + 0.001, 30.0012]]
  await city.owner.query(`insert into area (path, name, kind, shape, west, east, south, north, floors) values ($1, '7幢', 'building', $2, $3, $4, 30.0012, 30.0013, 6)`, [building, JSON.stringify({ type: 'Polygon', coordinates: [walls] }), lng + 0.001, lng + 0.0012])
  const [admin, worker, resident] = [await street.staff('系统管理员', 'systemAdmin'), await street.staff('社工', 'socialWorker', home!.area), await street.resident('李例二')]
  const [southern, northern] = [await street.staff('南网格员', 'gridWorker', south), await street.staff('北网格员', 'gridWorker', north)]
  await worker.call('housing', 'add', { building, doors: [{ room: '101' }] })
  const housing = (await worker.call('housing', 'chart', { building })).rows[0]!.id
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { housing }, role: '01' })
  const report = async (point: { lng: number, lat: number }) => (await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point })).id
  const [open, over, inStreet] = [await report({ lng: lng + 0.0011, lat: 30.00125 }), await report({ lng: lng + 0.0011, lat: 30.00125 }), await report({ lng: lng + 0.0025, lat: 30.0013 })]
  await city.owner.query(`update event set status = 'closed' where id = $1`, [over])
  return { street, community: home!.area, south, north, lng, building, admin, worker, southern, northern, housing, person, open, over, inStreet }
}

const tilesOf = async (admin: Person, parent: string) => {
  const { areas } = await admin.call('zoning', 'borders', { parent })
  return tilingOf(areas.map(({ path, shape }) => ({ path, shape: shape! })))
}
type Drawn = { path: string | null, name: string, shape: never }
const drawnIn = (tiling: Tiling): Drawn[] => tiling.areas.map((tile) => ({ path: tile.path, name: '网格', shape: shapeOf(tiling, tile) as never }))
/** The border between the two grids, so far north. */
const bordered = (tiling: Tiling, lat: number) => tiling.nodes.reduce((now, [lng, at], node) => (Math.abs(at - 30.0015) < 1e-9 ? movedTo(now, node, [lng, lat]) : now), tiling)
const sees = async (person: Person, module: 'person' | 'event', id: string) => (await person.raw(`/api/${module}/get`, { id })).status

test('a border is moved: the building, its home, who lives there and what is open go along; what is over stays; undone it is as it was', async () => {
  const { admin, community, south, north, worker, southern, northern, person, open, over, inStreet, building, housing } = await openGrids()
  const change = { parent: community, areas: drawnIn(bordered(await tilesOf(admin, community), 30.001)), ended: [] }
  const seen = await admin.call('zoning', 'preview', change)
  assert.deepEqual(seen.faults.filter(({ isWarning }) => !isWarning), [])
  assert.deepEqual(seen.faults.map(({ code }) => code), ['size', 'size'], 'fewer than 300 households')
  assert.deepEqual(seen.moves.map(({ name, from, to, units, people, events }) => [name, from, to, units, people, events]), [['7幢', '东苑社区 第1网格', '第2网格', 1, 1, 1]])
  assert.deepEqual(seen.points.map(({ kind, count }) => [kind, count]), [['event', 1]])
  assert.deepEqual(seen.areas.map(({ before: was, after: is }) => [was?.people, was?.events, is?.people, is?.events]), [[1, 2, 0, 0], [0, 0, 1, 2]])
  assert.deepEqual(seen.workers.map(({ name }) => name).toSorted(), ['北网格员', '南网格员'])
  await assert.rejects(admin.call('zoning', 'save', { ...change, note: '试一试', mark: 'else' }), { code: 'base.changed' })
  const saved = await admin.call('zoning', 'save', { ...change, note: '按道路调整', mark: seen.mark })
  const now = saved.moved[0]!.path
  assert.deepEqual((await northern.call('notice', 'list', {})).rows.map(({ kind, title, words }) => [kind, title, words]), [['zoned', '东苑社区 第2网格', '系统管理员调整了网格边界：划入 1 幢楼，划出 0 幢楼']])
  assert.deepEqual([now, saved.counts.people, saved.counts.events, saved.mayUndo], [`${north}b0007/`, 1, 2, true])
  assert.deepEqual([await sees(southern, 'person', person), await sees(northern, 'person', person), await sees(southern, 'event', open), await sees(northern, 'event', open), await sees(northern, 'event', inStreet)], [404, 200, 404, 200, 200])
  assert.deepEqual([await sees(southern, 'event', over), await sees(northern, 'event', over)], [200, 404], 'what is over stays where it was')
  assert.deepEqual((await worker.call('housing', 'get', { id: housing })).area, now)
  assert.deepEqual((await worker.call('concern', 'events', { building: now, limit: 10 })).rows.map(({ id }) => id).toSorted(), [open, over].toSorted(), 'and is found at the building')
  assert.deepEqual((await worker.call('event', 'get', { id: open })).areaName, '东苑社区 第2网格 7幢')
  assert.ok((await worker.call('event', 'trace', { id: open })).rows.some(({ title }) => title.includes('网格调整')))
  const { rows: left } = await city.owner.query(`select 1 from housing where place ^@ $1 union all select 1 from residency where area = $1 or place ^@ $1 union all select 1 from event_stage where area = $1 and event = $2`, [building, open])
  assert.equal(left.length, 0)
  assert.deepEqual((await admin.call('zoning', 'past', { area: south })).rows.length, 1)

  await worker.call('housing', 'add', { building: now, doors: [{ room: '102' }] })
  const undone = await admin.call('zoning', 'undo', { id: saved.id })
  assert.equal(undone.undoneBy, '系统管理员')
  assert.deepEqual([await sees(southern, 'person', person), await sees(northern, 'person', person), await sees(southern, 'event', open), await sees(southern, 'event', inStreet)], [200, 404, 200, 200])
  assert.deepEqual((await worker.call('housing', 'chart', { building })).rows.map(({ room }) => room), ['101', '102'], 'what was entered meanwhile goes along')
  await assert.rejects(admin.call('zoning', 'undo', { id: saved.id }), { code: 'conflict.in-use' })
  assert.deepEqual((await city.owner.query(`select name, actor_name from journal where subject = $1 order by at`, [saved.id])).rows.map(({ name, actor_name: by }) => [name, by]), [['zoning.saved', '系统管理员'], ['zoning.undone', '系统管理员']])
})

test('a grid is split by a line and joined again; who works in the one that ends works in the other', async () => {
  const { admin, community, south, north, lng, northern, person, open } = await openGrids()
  const split = splitBy(await tilesOf(admin, community), south, [[lng + 0.0008, 30], [lng + 0.0008, 30.0015]], 'new')!
  const change = { parent: community, areas: drawnIn(split).map((one) => (one.path === 'new' ? { ...one, path: null, name: '第3网格' } : one)), ended: [] }
  const first = await admin.call('zoning', 'save', { ...change, note: '户数太多', mark: (await admin.call('zoning', 'preview', change)).mark })
  assert.deepEqual([first.drawn[0], first.moved.length], ['新增“第3网格”', 0], 'the larger part keeps its name and its people')
  const shape = (await city.owner.query('select shape from area where path = $1', [community])).rows[0].shape
  const third = `${community}003/`
  const joined = { parent: community, areas: [{ path: south, name: '第1网格', shape }], ended: [{ path: north, into: south }, { path: third, into: south }] }
  const seen = await admin.call('zoning', 'preview', joined)
  assert.deepEqual(seen.workers.filter(({ name }) => name === '北网格员').map(({ words }) => words), ['岗位转到“第1网格”'])
  const done = await admin.call('zoning', 'save', { ...joined, note: '并成一个', mark: seen.mark })
  assert.deepEqual([await sees(northern, 'person', person), await sees(northern, 'event', open)], [200, 200])
  await assert.rejects(admin.call('zoning', 'undo', { id: first.id }), { code: 'conflict.in-use' }, 'the last one first')
  await admin.call('zoning', 'undo', { id: done.id })
  assert.equal(await sees(northern, 'person', person), 404)
  await admin.call('zoning', 'undo', { id: first.id })
  assert.deepEqual((await admin.call('zoning', 'borders', { parent: community })).areas.map(({ path, people }) => [path, people]), [[south, 1], [north, 0]])
})

test('gaps, overlaps, crossings and what lies outside are told with a place, and nothing is saved; what stands astray is put where it lies', async () => {
  const { admin, community, lng, north, building, street } = await openGrids()
  const tiling = await tilesOf(admin, community)
  const [first, second] = drawnIn(tiling)
  const [moved] = drawnIn(bordered(tiling, 30.001))
  const look = async (areas: Drawn[]) => (await admin.call('zoning', 'preview', { parent: community, areas, ended: [] })).faults.filter(({ isWarning }) => !isWarning)
  assert.deepEqual((await look([moved!, second!])).map(({ code, at }) => [code, at !== null]), [['gap', true]])
  const [, other] = drawnIn(bordered(tiling, 30.001))
  assert.deepEqual((await look([first!, other!])).map(({ code }) => code), ['overlap'])
  const east = tiling.nodes.findIndex(([x, y]) => Math.abs(x - lng - 0.003) < 1e-9 && Math.abs(y - 30.0015) < 1e-9)
  assert.deepEqual((await look(drawnIn(movedTo(tiling, east, [lng + 0.0035, 30.0015])))).map(({ code }) => code).toSorted(), ['outside', 'outside'])
  assert.deepEqual((await look(drawnIn(movedTo(tiling, east, [lng - 0.001, 30.0005])))).map(({ code }) => code).includes('cross'), true)
  const change = { parent: community, areas: [moved!, second!], ended: [] }
  await assert.rejects(admin.call('zoning', 'save', { ...change, note: '有空白', mark: (await admin.call('zoning', 'preview', change)).mark }), { code: 'input.invalid' })
  await assert.rejects(admin.call('zoning', 'preview', { parent: community, areas: [{ path: `${street.communities[1]!.area}001/`, name: '别处', shape: first!.shape }], ended: [] }), { code: 'base.changed' })
  assert.equal((await city.owner.query('select from zoning where area = $1', [community])).rowCount, 0)

  await city.owner.query(`update area set shape = jsonb_set(shape, '{coordinates}', $2) where path = $1`, [building, JSON.stringify([[[lng + 0.001, 30.002], [lng + 0.0012, 30.002], [lng + 0.0012, 30.0021], [lng + 0.001, 30.002]]])])
  assert.deepEqual((await admin.call('zoning', 'borders', { parent: community })).astray.map(({ name, from, to }) => [name, from, to]), [['7幢', '东苑社区 第1网格', '东苑社区 第2网格']])
  const settle = { parent: community, areas: [], ended: [], isWhole: true }
  const put = await admin.call('zoning', 'save', { ...settle, note: '补录', mark: (await admin.call('zoning', 'preview', settle)).mark })
  assert.deepEqual([put.drawn, put.moved.map(({ path }) => path)], [['按边界归位'], [`${north}b0007/`]])
  await assert.rejects(admin.call('zoning', 'save', { ...settle, note: '再来', mark: (await admin.call('zoning', 'preview', settle)).mark }), { code: 'input.invalid' }, 'nothing is astray any more')
})

test('micro-grids are drawn within a grid; one that mostly lies in another grid goes there with what is kept in it, and comes back', async () => {
  const { admin, community, south, north, lng, northern, southern, person } = await openGrids()
  const grid = (await admin.call('zoning', 'borders', { parent: south })).parent.shape!
  const apart = splitBy(tilingOf([{ path: 'a', shape: grid }]), 'a', [[lng, 30.001], [lng + 0.003, 30.001]], 'b')!
  const micro = { parent: south, areas: drawnIn(apart).map(({ shape, path }) => ({ path: null, name: path === 'a' ? '南微网格' : '北微网格', shape })), ended: [] }
  const drawn = await admin.call('zoning', 'save', { ...micro, note: '划微网格', mark: (await admin.call('zoning', 'preview', micro)).mark })
  assert.deepEqual(drawn.moved.map(({ name, to }) => [name, to]), [['7幢', '东苑社区 第1网格 北微网格']])
  const change = { parent: community, areas: drawnIn(bordered(await tilesOf(admin, community), 30.001)), ended: [] }
  const seen = await admin.call('zoning', 'preview', change)
  assert.deepEqual(seen.areas.map(({ after: is }) => [is?.buildings, is?.people]), [[0, 0], [1, 1]])
  const saved = await admin.call('zoning', 'save', { ...change, note: '按道路调整', mark: seen.mark })
  assert.deepEqual(saved.moved.map(({ to, path }) => [to, path.startsWith(north)]), [['东苑社区 第2网格 北微网格', true]])
  assert.deepEqual([await sees(northern, 'person', person), await sees(southern, 'person', person)], [200, 404])
  await admin.call('zoning', 'undo', { id: saved.id })
  await admin.call('zoning', 'undo', { id: drawn.id })
  assert.deepEqual((await admin.call('zoning', 'borders', { parent: community })).areas.map(({ path, people }) => [path, people]), [[south, 1], [north, 0]])
  assert.deepEqual((await admin.call('zoning', 'borders', { parent: south })).areas, [])
})

/** Of what belongs to a place, what stays where it is, and why. */
const stays: Record<string, string> = {
  area: 'the paths themselves', bulletin: 'of whoever keeps it', bulletin_issue: 'as it was told', area_fact: 'figures as they were told', area_past: 'borders as they were', atlas: 'none', journal: 'what happened stays where it happened', journal_seal: 'seals', zoning: 'what went where', mapping: 'of a sub-district', mapping_file: 'of a sub-district', mapping_feature: 'of a sub-district', plan: 'of a sub-district',
  presence: 'ends the same day',
  event_stage: 'goes with its event', event_request: 'goes with its event', event_assist: 'goes with its event', event_supervision: 'goes with its event', reminder: 'goes with its event', link: 'goes with its event', link_token: 'goes with its event', governance_event: 'goes with its event', person_by_mark: 'goes with its residency',
  tally: 'of a community', tally_mark: 'times', frozen_event: 'as it was told', frozen_month: 'as it was told', ledger: 'of whoever keeps it', ledger_export: 'as it went out', ledger_line: 'as it was told', ledger_month: 'as it was told', flaw_count: 'is counted anew', flaw_mark: 'times', mend: 'what was done', notice: 'as it was said', retention_done: 'what was done', retention_run: 'what was done',
  intake_batch: 'of a community', intake_file: 'of a community', intake_lane: 'of a community', intake_title: 'of a community', intake_row_now: 'a view', event_text: 'a view', person_merge: '', code_entry: 'of an office', own_field: 'of an office', tag: 'of an office', source_rank: 'of an office', processing: 'of an office', special_switch: 'of an office', office_day: 'of an office', office_hours: 'of an office', office_rule: 'of an office',
  matter: 'of an office', matter_rule: 'of an office', step_limit: 'of an office', whistle_rule: 'of an office', routing_draft: 'of an office', routing_version: 'of an office', unit: 'of a community', logbook: 'of an office', reply: 'of an office', reply_mark: 'of an office', duty: 'of a community', duty_hours: 'of a community', twin_mark: 'times', attendance: 'of a community', turn: 'of a community',
  knowledge: 'of a community', knowledge_base: 'of an office', knowledge_matching: 'of an office', knowledge_proposal: 'of a community', knowledge_revision: 'of a community', topic: 'of a community', topic_mark: 'times', topic_question: 'of a community', rehearsal: 'of an office', reception_day: 'of a community', reception_entry_day: 'of a community', reception_estimate: 'of an office', measure_cell: 'is counted anew', measure_mark: 'times', measure_past: 'figures as they stood', measure_touched: 'what is to be counted', indicator: 'of an office', risk_count: 'is counted anew', risk_day: 'as it was told', risk_draft: 'of an office', risk_mark: 'times', risk_version: 'of an office', indicator_month: 'as it was told',
}

test('whatever belongs to a place goes with it, or it is said why it stays', async () => {
  const { rows } = await city.owner.query<{ tab: string, carried: boolean }>(`
    select distinct relname as tab, exists (select from zoning_carried() z where z.tab = relname and z.col = attname) as carried from pg_attribute join pg_class c on c.oid = attrelid
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped and attname = 'area'`)
  assert.deepEqual(rows.filter(({ tab, carried }) => !carried && !stays[tab]).map(({ tab }) => tab), [])
  const { rows: named } = await city.owner.query<{ at: string }>(`select tab || '.' || col as at from zoning_carried() z where not exists (select from pg_attribute where attrelid = to_regclass(z.tab) and attname = z.col) or not exists (select from pg_attribute where attrelid = to_regclass(z.tab) and attname = z.key)`)
  assert.deepEqual(named, [])
})
