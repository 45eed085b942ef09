import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { sendUp, takePhoto } from '../../../test/photo.ts'
import { runQueued } from '../../../test/queued.ts'

let city: City
before(async () => {
  city = await openCity()
  city.setClock('2026-03-31T09:00:00+08:00')
})
after(() => city.close())

const day = '2026-03-02'

test('the street takes the inspection logbook over, communities write into it, and it is handed in as the ledger that ships', async () => {
  const { street, worker, building, elsewhere: { worker: other } } = await openBlock(city)
  const [home] = street.communities
  const [admin, secretary] = [await street.staff('系统管理员', 'systemAdmin'), await street.staff('书记', 'secretary', home!.area)]
  const shipped = (await admin.call('logbook', 'books', { isShipped: true, limit: 100 })).rows
  assert.equal(shipped.length, 12)
  assert.deepEqual(shipped.filter(({ name }) => /信访|吸毒|上访/.test(name)), [])
  const inspection = shipped.find(({ name }) => name === '消防安全检查')!
  const taken = { ...inspection, area: street.area, template: inspection.id, columns: inspection.columns.map(({ isEnded, ...column }) => { assert.equal(isEnded, false); return column }) }
  const { id: logbook } = await admin.call('logbook', 'save', { ...taken, id: undefined, revision: undefined })
  await assert.rejects(admin.call('logbook', 'save', { ...taken, id: undefined, revision: undefined }), { code: 'conflict.exists' })
  await assert.rejects(worker.call('logbook', 'enter', { logbook: inspection.id, values: { day } }), { code: 'input.invalid' })

  const { id: shop } = await worker.call('enterprise', 'enter', { values: { name: '示例小吃店' }, at: { area: building } })
  const values = { day, placeKind: '九小场所', inspector: '网格员', items: ['灭火器', '燃气使用'], hazard: '灭火器过期', order: '三日内更换', dueOn: '2026-03-05', state: '待整改' }
  const photo = (await sendUp(city.http, worker, await takePhoto())).body.id
  const first = await worker.call('logbook', 'enter', { logbook, record: shop, values, photos: [photo] })
  // As it is written in a grid or pasted from a table: the name says which.
  const second = await worker.call('logbook', 'enter', { logbook, named: '示例小吃店', values: { ...values, day: '2026-03-08', items: '灭火器、电气线路', state: '已整改' }, isFromGrid: true })
  assert.deepEqual([first.subject, first.area, second.record, second.values.items], ['示例小吃店', building, { kind: 'enterprise', id: shop }, ['灭火器', '电气线路']])
  for (const [wrong, path] of [
    [{ ...values, items: '屋顶' }, 'values.items'], [{ ...values, state: null }, 'values.state'], [{ ...values, day: '2099-01-01' }, 'values.day'], [{ ...values, hazard: '联系张某 139 0000 1234' }, 'values.hazard'], [{ ...values, colour: '红' }, 'values.colour'],
  ] as const) await assert.rejects(worker.call('logbook', 'enter', { logbook, record: shop, values: wrong }), ({ problem }: { problem: { fields?: { path: string }[] } }) => problem.fields?.some((field) => field.path === path) === true, path)
  await assert.rejects(worker.call('logbook', 'enter', { logbook, named: '没有登记的店', values }), { code: 'input.invalid' })
  await assert.rejects(other.call('logbook', 'enter', { logbook, record: shop, values }), { code: 'not-found' })

  const list = async (by = worker, more: object = {}) => (await by.call('logbook', 'list', { logbook, ...more })).rows.map(({ id }) => id)
  assert.deepEqual(await list(), [second.id, first.id])
  assert.deepEqual(await list(worker, { column: { name: 'items', value: '燃气使用' } }), [first.id])
  assert.deepEqual([await list(worker, { from: '2026-03-05' }), await list(worker, { text: '过期', until: day }), await list(other)], [[second.id], [first.id], []])
  assert.deepEqual((await worker.call('logbook', 'of', { record: shop })).rows.map(({ summary }) => summary), ['九小场所；灭火器、电气线路；已整改；网格员', '九小场所；灭火器、燃气使用；待整改；网格员'])

  const changed = await secretary.call('logbook', 'change', { id: first.id, revision: 1, values: { recheckOn: '2026-03-06', recheck: '已整改', state: '已整改' } })
  await assert.rejects(worker.call('logbook', 'change', { id: first.id, revision: 1, values: { state: '已移交' } }), { code: 'base.changed' })
  await assert.rejects(worker.call('logbook', 'change', { id: first.id, revision: changed.revision, values: { state: '已整改' } }), { code: 'input.invalid' })
  const seen = await worker.call('logbook', 'get', { id: first.id })
  assert.deepEqual([seen.photos, seen.changes.map(({ by, fields }) => [by, fields.find(({ name }) => name === 'state')?.before]), seen.withdrawn], [[photo], [['书记', '待整改'], ['社工', null]], null])

  const ledger = (await worker.call('ledger', 'list', { base: 'entry', limit: 100 })).rows.find(({ name }) => name === '安全隐患（消防检查）台账')!
  const rows = async (by = worker) => (await by.call('ledger', 'rows', { id: ledger.id })).rows.map(({ id, kind, cells }) => [id, kind, cells.slice(0, 5), cells[6]])
  assert.deepEqual(await rows(), [
    [first.id, 'entry', ['示例小吃店', '九小场所', '2026-03-02', '网格员', '灭火器、燃气使用'], 1], [second.id, 'entry', ['示例小吃店', '九小场所', '2026-03-08', '网格员', '灭火器、电气线路'], 0],
  ])
  assert.deepEqual([await rows(other), ledger.typedColumns], [[], 0])

  await worker.call('logbook', 'withdraw', { id: second.id, reason: '登记到别的店了' })
  await assert.rejects(worker.call('logbook', 'change', { id: second.id, revision: 1, values: {} }), { code: 'base.changed' })
  assert.deepEqual([await list(), await list(worker, { withWithdrawn: true }), (await rows()).length], [[first.id], [second.id, first.id], 1])
  const month = await worker.call('ledger', 'freeze', { id: ledger.id, month: '2026-03-31' })
  await runQueued(city, 'ledger')
  assert.deepEqual((await worker.call('ledger', 'monthLines', { id: month.id })).rows.map(({ cells }) => cells[0]), ['示例小吃店'])
  const told = (await (await street.staff('审计管理员', 'auditAdmin')).call('audit', 'list', { subject: first.id })).rows.map(({ name }) => name)
  assert.deepEqual(told.filter((name) => name.startsWith('logbook.')), ['logbook.corrected', 'logbook.entered'])
})

test('a secretary makes a logbook for the community with no code; what is sensitive is sealed, masked, and shown for a purpose', async () => {
  const { street, worker, units, elsewhere: { worker: other } } = await openBlock(city)
  const [home, next] = street.communities
  const secretary = await street.staff('书记', 'secretary', home!.area)
  const wanted = { area: home!.area, name: '养犬登记', about: 'housing' as const, subjectLabel: '房屋', purpose: '提醒免疫', columns: [{ label: '犬种', type: 'text' as const, isRequired: true }, { label: '饲养人', type: 'text' as const, isSensitive: true }, { label: '电话', type: 'phone' as const }, { label: '免疫', type: 'yes' as const }] }
  await assert.rejects(secretary.call('logbook', 'save', { ...wanted, area: next!.area }), { code: 'not-found' })
  await assert.rejects(secretary.call('logbook', 'save', { ...wanted, area: street.area }), { code: 'not-found' })
  await assert.rejects(worker.call('logbook', 'save', wanted), { code: 'may.not' })
  await assert.rejects(secretary.call('logbook', 'save', { ...wanted, name: '吸毒人员登记' }), { code: 'input.invalid' })
  await assert.rejects(secretary.call('logbook', 'save', { ...wanted, columns: [...wanted.columns, { label: '犬种', type: 'text' }] }), { code: 'input.invalid' })
  const made = await secretary.call('logbook', 'save', wanted)
  const [breed, keeper, phone, isSafe] = made.columns.map(({ name }) => name) as [string, string, string, string]
  const entry = await worker.call('logbook', 'enter', { logbook: made.id, named: '文澜苑3幢2单元501室', values: { day, [breed]: '田园犬', [keeper]: '王示一', [phone]: '13900001234', [isSafe]: '是' } })
  assert.deepEqual([entry.record?.id, entry.values[keeper], entry.values[phone], entry.values[isSafe]], [units[2], '＊＊＊', '139****1234', true])
  const { rows: [kept] } = await city.owner.query<{ facts: object }>('select facts from logbook_entry where id = $1', [entry.id])
  assert.deepEqual(kept!.facts, { [breed]: '田园犬', [isSafe]: true })
  assert.deepEqual(await worker.call('logbook', 'reveal', { id: entry.id, field: phone, purpose: '提醒免疫' }), { value: '13900001234' })
  await assert.rejects(other.call('logbook', 'reveal', { id: entry.id, field: phone, purpose: '看看' }), { code: 'not-found' })
  await assert.rejects(worker.call('logbook', 'list', { logbook: made.id, column: { name: phone, value: '1390' } }), { code: 'input.invalid' })
  assert.ok(!(await other.call('logbook', 'books', {})).rows.some(({ id }) => id === made.id))

  // A column that is asked no more stays with what it holds; what a column is does not change.
  const { area, about, name, subjectLabel, purpose } = wanted
  const change = (columns: object[], revision: number) => secretary.call('logbook', 'save', { id: made.id, revision, area, about, name, subjectLabel, purpose, columns: columns as typeof wanted.columns })
  await assert.rejects(change([{ ...made.columns[0], type: 'number' }], 1), { code: 'input.invalid' })
  const fewer = await change([{ name: breed, label: '品种', type: 'text' }], 1)
  assert.deepEqual(fewer.columns.map(({ label, isEnded }) => [label, isEnded]), [['品种', false], ['饲养人', true], ['电话', true], ['免疫', true]])
  await worker.call('logbook', 'change', { id: entry.id, revision: 1, values: { [breed]: '柯基' } })
  assert.deepEqual((await worker.call('logbook', 'reveal', { id: entry.id, field: phone, purpose: '提醒免疫' })).value, '13900001234')
  await assert.rejects(worker.call('logbook', 'change', { id: entry.id, revision: 2, values: { [isSafe]: '否' } }), { code: 'input.invalid' })

  // A ledger of one's own over it: whole numbers by agreement only.
  const draft = { base: 'entry' as const, logbook: made.id, conditions: [{ any: [{ field: `entry.${breed}`, by: 'has' as const, value: '柯' }] }], columns: [{ field: 'entry.subject', label: '地址' }, { field: `entry.${phone}`, label: '电话' }] }
  assert.deepEqual((await worker.call('ledger', 'rows', { draft })).rows.map(({ cells }) => cells[1]), ['139****1234'])
  await assert.rejects(worker.call('ledger', 'rows', { draft: { ...draft, logbook: null } }), { code: 'input.invalid' })
  await assert.rejects(other.call('ledger', 'rows', { draft }), { code: 'not-found' })
  assert.equal((await worker.call('ledger', 'askExport', { draft, isWhole: true, purpose: '免疫提醒' })).status, 'asked')
  await secretary.call('logbook', 'end', { id: made.id, isEnded: true })
  await assert.rejects(worker.call('logbook', 'enter', { logbook: made.id, named: '文澜苑3幢2单元501室', values: { day, [breed]: '柴犬' } }), { code: 'input.invalid' })
})
