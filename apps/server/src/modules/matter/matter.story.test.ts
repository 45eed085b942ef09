import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Subdistrict } from '../../../test/city-people.ts'
import type { Actor } from '../../kernel/actor.ts'
import { transact } from '../../kernel/transaction.ts'
import { theServer } from '../../kernel/actor.ts'
import { ruleFor, stepLimit } from './index.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const inside = <T>(street: Subdistrict, work: Parameters<typeof transact<T>>[3]): Promise<T> => {
  const actor: Actor = theServer(street.area)
  return transact(city.server.around, 'read', { actor, scope: { role: 'staff', areas: [street.area] }, request: { id: '', address: '', device: '' } }, work)
}

const whereIn = ({ code, area }: Subdistrict, severity = 'ordinary') => ({ subdistrict: code, area, severity })

test('a clerk writes what a caller says and is offered the matter', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('李例二', 'acceptor')
  const { rows } = await clerk.call('matter', 'suggest', { text: '路灯不亮' })
  assert.deepEqual([rows[0]?.code, rows[0]?.name, rows[0]?.path], ['01037', '路灯异常', '市政公用设施 / 路灯异常'])
  assert.deepEqual((await clerk.call('matter', 'suggest', { text: '' })).rows, [])
})

test('the directory is there with its standards, its mapped codes and the limits of local practice', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('李例二', 'acceptor')
  const { rows } = await clerk.call('matter', 'tree', {})
  const garbage = rows.find(({ code }) => code === '06010')!
  assert.deepEqual([garbage.name, garbage.parent, garbage.standard, garbage.handleLimit], ['暴露垃圾', '06', 'GB/T 47678.5-2026', { amount: 4, unit: 'workingHour' }])
  assert.deepEqual(garbage.mapped, [{ standard: 'GB/T 30428.2-2013', code: '01-10' }])
  const wires = rows.find(({ code }) => code === 'B01')!
  assert.deepEqual([wires.byCommunity, wires.handleLimit], [true, { amount: 1, unit: 'workingDay' }])
  assert.ok(rows.every(({ parent }) => parent === null || rows.some(({ code, isLeaf }) => code === parent && !isLeaf)))
})

test('the office says who handles a matter and how long it may take; the neighbour’s rule stays as it was', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const admin = await street.staff('王示一', 'systemAdmin')
  const unit = await street.unit('环卫所')
  city.setClock('2026-03-02T09:00:00+08:00')
  const set = await admin.call('matter', 'setRule', { code: '06010', handleLimit: { amount: 2, unit: 'workingHour' }, unit: unit.id, byCommunity: false })
  assert.deepEqual([set.handleLimit, set.unit?.name, set.byCommunity], [{ amount: 2, unit: 'workingHour' }, '环卫所', false])
  city.setClock('2026-03-03T09:00:00+08:00')
  await admin.call('matter', 'setRule', { code: '06', handleLimit: { amount: 9, unit: 'workingDay' }, unit: null, byCommunity: true })
  const rule = (code: string, at: string) => inside(street, (ctx) => ruleFor(ctx, code, whereIn(street), new Date(at)))
  assert.deepEqual((await rule('06010', '2026-03-04T09:00:00+08:00')).unit, { id: unit.id, name: '环卫所' })
  assert.deepEqual((await rule('06010', '2026-03-01T09:00:00+08:00')).limit, { amount: 4, unit: 'workingHour' })
  assert.deepEqual((await rule('06007', '2026-03-04T09:00:00+08:00')).limit, { amount: 9, unit: 'workingDay' })
  assert.deepEqual((await inside(neighbour, (ctx) => ruleFor(ctx, '06010', whereIn(neighbour), ctx.now))).limit, { amount: 4, unit: 'workingHour' })
  await assert.rejects(inside(street, (ctx) => ruleFor(ctx, '06', whereIn(street), ctx.now)), { code: 'matter.unknown' })
  city.setClock(undefined)
  const stranger = await neighbour.unit('别街的单位')
  await assert.rejects(admin.call('matter', 'setRule', { code: '06010', handleLimit: { amount: 2, unit: 'workingHour' }, unit: stranger.id, byCommunity: false }), { code: 'unit.unknown' })
  const { rows } = await city.owner.query('select name, actor_name, details from journal where subdistrict = $1 order by at, id', [street.code])
  assert.deepEqual(rows.map(({ name, details }) => [name, details.unit]), [['matter.rule-set', '环卫所'], ['matter.rule-set', null]])
})

test('the office’s own matter is its own: suggested here, unknown next door, and gone when it is retired', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const admin = await street.staff('王示一', 'systemAdmin')
  const clerk = await neighbour.staff('赵范三', 'acceptor')
  const own = await admin.call('matter', 'create', { parent: 'C', code: 'C90', name: '菜场周边秩序', words: ['菜场门口', '菜场 堵'] })
  assert.deepEqual([own.parent, own.standard, own.isLeaf, own.handleLimit], ['C', '本街道', true, { amount: 3, unit: 'workingDay' }])
  assert.equal((await admin.call('matter', 'suggest', { text: '菜场门口天天堵车' })).rows[0]?.code, 'C90')
  assert.equal((await clerk.call('matter', 'suggest', { text: '菜场门口天天堵车' })).rows.some(({ code }) => code === 'C90'), false)
  await assert.rejects(admin.call('matter', 'create', { parent: 'C', code: 'C90', name: '重号', words: [] }), { code: 'conflict.exists' })
  await assert.rejects(admin.call('matter', 'create', { parent: 'C01', code: 'C0101', name: '叶下之叶', words: [] }), { code: 'input.invalid' })
  await admin.call('matter', 'change', { code: 'C90', name: '菜场周边', isConfidential: false, until: '2020-01-02' })
  assert.equal((await admin.call('matter', 'tree', {})).rows.some(({ code }) => code === 'C90'), false)
  assert.equal((await admin.call('matter', 'tree', { withRetired: true })).rows.find(({ code }) => code === 'C90')?.until, '2020-01-02')
})

test('a new name begins a new version of the matter', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  city.setClock('2026-03-02T09:00:00+08:00')
  await admin.call('matter', 'create', { parent: 'C', code: 'C91', name: '旧名', words: ['某处'] })
  city.setClock('2026-04-02T09:00:00+08:00')
  const changed = await admin.call('matter', 'change', { code: 'C91', name: '新名', isConfidential: true, until: null })
  assert.deepEqual([changed.name, changed.from, changed.isConfidential], ['新名', '2026-04-02', true])
  assert.equal((await inside(street, (ctx) => ruleFor(ctx, 'C91', whereIn(street), new Date('2026-03-15T09:00:00+08:00')))).matter.name, '旧名')
  city.setClock(undefined)
})

test('the national directory is not an office’s to change, and only its keepers change anything', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const clerk = await street.staff('李例二', 'acceptor')
  await assert.rejects(admin.call('matter', 'change', { code: '06010', name: '垃圾', isConfidential: false, until: null }), { code: 'not-found' })
  await assert.rejects(clerk.call('matter', 'create', { parent: 'C', code: 'C92', name: '不行', words: [] }), { code: 'may.not' })
})

test('the limits of the steps, from the start and as the office sets them', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const admin = await street.staff('王示一', 'systemAdmin')
  await admin.call('matter', 'setStepLimit', { status: 'filed', limit: { amount: 20, unit: 'workingMinute' } })
  const { rows } = await admin.call('matter', 'stepLimits', {})
  assert.deepEqual(rows.map(({ status }) => status), ['reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'needDetail', 'feedback', 'checked', 'revisited'])
  assert.deepEqual(rows.find(({ status }) => status === 'filed')?.limit, { amount: 20, unit: 'workingMinute' })
  assert.deepEqual(await inside(neighbour, (ctx) => stepLimit(ctx, neighbour.code, 'filed')), { amount: 1, unit: 'workingHour' })
  assert.equal(await inside(street, (ctx) => stepLimit(ctx, street.code, 'handling')), undefined)
  await assert.rejects(admin.call('matter', 'setStepLimit', { status: 'handling', limit: { amount: 1, unit: 'day' } }), { code: 'input.invalid' })
})
