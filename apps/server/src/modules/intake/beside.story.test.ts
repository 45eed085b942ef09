import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openReturns, type Cells, type Draft } from '../../../test/returned.ts'

/** Of a ledger that comes back: how somebody lives, their tags, and what is only shown. */
let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const columns = [['name', '姓名'], ['residency.role', '居住身份'], ['residency.since', '入住日期'], ['person.tags', '标签'], ['residency.until', '离开日期'], ['residency.isMain', '是否常住'], ['place.address', '现住门(楼)详址'], ['head.number', '户主公民身份号码'], ['person.age', '年龄'], [null, '责任人']].map(([field, label]) => ({ field: field!, label: label! }))
const draft = (base: Draft['base']): Draft => ({ base, conditions: [], columns })
const [role, since, tags, until] = [1, 2, 3, 4]

async function open() {
  const returns = await openReturns(city)
  const { worker, street, units } = returns
  const manager = await street.staff('街道管理员', 'systemAdmin')
  for (const name of ['文艺骨干', '楼组长', '老党员']) await manager.call('tag', 'add', { area: street.area, name })
  const one = (await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: units[0]! }, role: '02', since: '2020-01-01' })).id
  const two = (await worker.call('person', 'enter', { values: { name: '李例二' }, at: { housing: units[1]! }, role: '03' })).id
  await worker.call('tag', 'put', { kind: 'person', id: one, tags: ['文艺骨干'] })
  const home = async (id: string) => (({ tags: has, residencies }) => [has, ...residencies.map(({ role: as, since: from }) => [as, from])])(await worker.call('person', 'get', { id }))
  return { ...returns, manager, one, two, home }
}

test('how somebody lives and their tags come back as cells to take, are in the history, and are taken back with the batch', async () => {
  const { worker, one, two, home, goOut, comeBack, edited, cellsOf, commit, reach, head } = await open()
  const sheet = await goOut(worker, draft('person'))
  const batch = await comeBack(worker, edited(sheet, [[head, role, '业主'], [head, since, '2021-05-01'], [head, tags, '文艺骨干、楼组长'], [head + 1, tags, '老党员']]))
  assert.deepEqual([batch.counts, batch.cells], [{ match: 2 }, { cells: 4, taken: 4, conflicts: 0, clears: 0 }])
  assert.deepEqual(await cellsOf(worker, batch.id), [[4, '居住身份', '业主家属', '业主家属', '业主', false, true], [4, '入住日期', '2020-01-01', '2020-01-01', '2021-05-01', false, true], [4, '标签', '文艺骨干', '文艺骨干', '楼组长、文艺骨干', false, true], [5, '标签', null, null, '老党员', false, true]])
  await commit(worker, batch.id, { changed: 2 })
  assert.deepEqual([await home(one), await home(two)], [[['楼组长', '文艺骨干'], ['01', '2021-05-01']], [['老党员'], ['03', null]]])
  const [revision] = (await worker.call('person', 'history', { id: one })).rows
  assert.deepEqual([revision!.source, revision!.fields.map(({ label, before: was }) => [label, was])], ['import', [['居住关系', '业主家属'], ['入住日期', '2020-01-01'], ['标签', ['文艺骨干']]]])
  // What somebody has set by hand since stays.
  await worker.call('tag', 'put', { kind: 'person', id: two, tags: ['老党员', '楼组长'] })
  await worker.call('intake', 'undo', { id: batch.id })
  assert.deepEqual((await reach(worker, batch.id, 'undone')).results, { undone: 1, kept: 1 })
  assert.deepEqual([await home(one), await home(two)], [[['文艺骨干'], ['02', '2020-01-01']], [['老党员', '楼组长'], ['03', null]]])
})

test('tags that somebody gave meanwhile are a conflict, emptied cells wait for a word, and unknown ones hold their line back', async () => {
  const { worker, manager, street, one, two, home, goOut, comeBack, edited, cellsOf, rowsOf, commit, head } = await open()
  await manager.call('tag', 'retire', { area: street.area, name: '老党员', isEnded: true })
  const sheet = await goOut(worker, draft('person'))
  await worker.call('tag', 'put', { kind: 'person', id: one, tags: [] })
  const wrong = await comeBack(worker, edited(sheet, [[head, tags, '外星人'], [head + 1, tags, '老党员']]))
  assert.deepEqual([wrong.counts, (await rowsOf(worker, wrong.id, { outcome: 'bad' })).map(({ faults }) => faults.map(({ title, code }) => [title, code]))], [{ bad: 2 }, [[['标签', 'value']], [['标签', 'code.retired']]]])
  const batch = await comeBack(worker, edited(sheet, [[head, tags, '楼组长'], [head, since, null], [head + 1, tags, '楼组长']]))
  assert.deepEqual([batch.cells, await cellsOf(worker, batch.id)], [{ cells: 3, taken: 1, conflicts: 1, clears: 1 }, [[4, '入住日期', '2020-01-01', '2020-01-01', null, false, false], [4, '标签', null, null, '楼组长', true, false], [5, '标签', null, null, '楼组长', false, true]]])
  await commit(worker, batch.id, { changed: 1, same: 1 })
  assert.deepEqual([await home(one), await home(two)], [[[], ['02', '2020-01-01']], [['楼组长'], ['03', null]]])
  const nobody = await comeBack(worker, edited(sheet, [[head, role, null]]))
  assert.deepEqual((await rowsOf(worker, nobody.id, { outcome: 'bad' })).map(({ faults }) => faults[0]!.code), ['clear.not'])
})

test('what is only shown is told where somebody wrote over it, and nothing of it is taken', async () => {
  const { worker, one, home, goOut, comeBack, edited, rowsOf, head } = await open()
  const sheet = await goOut(worker, draft('person'))
  const stood = await home(one)
  const touched: [number, number, Cells[number]][] = [until, 5, 6, 7, 8, 9].map((at) => [head, at, `改了 ${at}`])
  const batch = await comeBack(worker, edited(sheet, touched))
  assert.deepEqual([batch.counts, Object.fromEntries(batch.wrong.map(({ label, rows }) => [label, rows]))], [{ same: 2 }, { 离开日期: 1, 是否常住: 1, '现住门(楼)详址': 1, 户主公民身份号码: 1, 年龄: 1, 责任人: 1 }])
  const [line, other] = await rowsOf(worker, batch.id)
  assert.deepEqual([line!.faults.map(({ title, code, isWarning }) => [title, code, isWarning]), other!.faults], [columns.slice(until).map(({ label }) => [label, 'shown.only', true]), []])
  assert.deepEqual(await home(one), stood)
})

test('how somebody lives besides is changed on their own page, and told; a new line gives nobody a tag', async () => {
  const { worker, street, two, home, goOut, comeBack, edited, rowsOf, commit, head, units } = await open()
  await (await street.staff('街道社工', 'socialWorker')).call('person', 'moveIn', { id: two, at: { housing: units[2]! }, role: '01' })
  const sheet = await goOut(worker, { ...draft('residency'), conditions: [{ any: [{ field: 'residency.isMain', by: 'in', value: false, isNot: false }] }] })
  const batch = await comeBack(worker, [...edited(sheet, [[head, role, '业主家属'], [head, tags, '楼组长']]), ['孙新六', '承租人', '', '老党员', '', '', '文澜苑3幢2单元501室', '', '', '', null]])
  const rows = await rowsOf(worker, batch.id)
  assert.deepEqual(rows.map(({ outcome, faults }) => [outcome, faults.map(({ title, code }) => [title, code])]), [['match', [['居住身份', 'shown.elsewhere']]], ['fresh', [['标签', 'beside.new']]]])
  await commit(worker, batch.id, { changed: 1, entered: 1 })
  assert.deepEqual(await home(two), [['楼组长'], ['01', null], ['03', null]])
})

test('tags of enterprises, things, homes and households come back too, are in the history, and what was put by hand since stays', async () => {
  const { worker, street, building, units, one, manager, goOut, comeBack, edited, commit, reach, head } = await open()
  const [residency] = (await worker.call('person', 'get', { id: one })).residencies
  const ids = {
    enterprise: (await worker.call('enterprise', 'enter', { values: { name: '示例小吃店', staff: 3 }, at: { housing: units[0]! } })).id,
    thing: (await worker.call('thing', 'enter', { values: { name: '3幢电梯', kind: '01076', state: '01' }, at: { area: building } })).id,
    household: (await worker.call('household', 'form', { at: { housing: units[0]! }, values: { no: 'H-1' }, members: [residency!.id], head: one })).id,
    housing: units[0]!,
  }
  for (const name of ['消防重点', '示范户']) await manager.call('tag', 'add', { area: street.area, name })
  for (const kind of ['enterprise', 'thing', 'household', 'housing'] as const) {
    const id = ids[kind]
    const tagsOf = async () => (await worker.call(kind, 'get', { id })).tags
    await worker.call('tag', 'put', { kind, id, tags: ['消防重点'] })
    const sheet = await goOut(worker, { base: kind, conditions: [], columns: [{ field: `${kind}.tags`, label: '标签' }] })
    const at = sheet.findIndex(([cell], row) => row >= head && cell === '消防重点')
    const batch = await comeBack(worker, edited(sheet, [[at, 0, '消防重点、示范户']]))
    assert.deepEqual([kind, batch.cells], [kind, { cells: 1, taken: 1, conflicts: 0, clears: 0 }])
    await commit(worker, batch.id, { changed: 1 })
    assert.deepEqual((await tagsOf()).toSorted(), ['消防重点', '示范户'])
    const [revision] = (await worker.call(kind, 'history', { id })).rows
    assert.deepEqual([revision!.source, revision!.fields.map(({ label, before: was }) => [label, was])], ['import', [['标签', ['消防重点']]]])
    await worker.call('tag', 'put', { kind, id, tags: ['示范户'] })
    await worker.call('intake', 'undo', { id: batch.id })
    await reach(worker, batch.id, 'undone')
    assert.deepEqual([kind, await tagsOf()], [kind, ['示范户']])
  }
})
