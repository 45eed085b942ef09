import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('the tables of the standards are there', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('李例二', 'acceptor')
  const { rows } = await clerk.call('dictionary', 'tables', {})
  assert.deepEqual(rows.find(({ name }) => name === 'ethnicity'), { name: 'ethnicity', title: '民族', standard: 'GB/T 3304-1991', isVerified: true, count: 56 })
  const sexes = await clerk.call('dictionary', 'entries', { table: 'sex' })
  assert.deepEqual(sexes.rows.map(({ code, isOwn }) => [code, isOwn]), [['0', false], ['1', false], ['2', false], ['9', false]])
  await assert.rejects(clerk.call('dictionary', 'entries', { table: 'nothing' }), { code: 'not-found' })
})

test('the office adds a code, renames it, and retires it; it stays readable and on record', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const admin = await street.staff('王示一', 'systemAdmin')
  const other = await neighbour.staff('赵范三', 'acceptor')
  const labels = async (person: typeof admin, withRetired = false) => (await person.call('dictionary', 'entries', { table: 'rentalUse', withRetired })).rows.map(({ code, label, isOwn }) => [code, label, isOwn])
  await admin.call('dictionary', 'addEntry', { table: 'rentalUse', code: '51', label: '民宿', parent: null })
  assert.deepEqual((await labels(admin)).at(-1), ['51', '民宿', true])
  assert.equal((await labels(other)).some(([code]) => code === '51'), false)
  await assert.rejects(admin.call('dictionary', 'addEntry', { table: 'rentalUse', code: '51', label: '又一个', parent: null }), { code: 'conflict.exists' })
  await assert.rejects(admin.call('dictionary', 'addEntry', { table: 'rentalUse', code: '01', label: '宿舍', parent: null }), { code: 'conflict.exists' })
  await assert.rejects(admin.call('dictionary', 'addEntry', { table: 'rentalUse', code: '52', label: '无上级', parent: '77' }), { code: 'input.invalid' })
  await admin.call('dictionary', 'changeEntry', { table: 'rentalUse', code: '51', label: '民宿客栈' })
  await admin.call('dictionary', 'retireEntry', { table: 'rentalUse', code: '51', until: '2020-06-01' })
  assert.equal((await labels(admin)).some(([code]) => code === '51'), false)
  assert.deepEqual((await labels(admin, true)).at(-1), ['51', '民宿客栈', true])
  const { rows } = await city.owner.query('select name, details from journal where subdistrict = $1 order by at, id', [street.code])
  assert.deepEqual(rows.map(({ name }) => name), ['code.added', 'code.renamed', 'code.retired'])
  assert.deepEqual(rows[1].details, { from: '民宿', to: '民宿客栈' })
})

test('a code of a standard is not an office’s to rename, nor anything a clerk’s', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const clerk = await street.staff('李例二', 'acceptor')
  await assert.rejects(admin.call('dictionary', 'changeEntry', { table: 'sex', code: '1', label: '男' }), { code: 'not-found' })
  await assert.rejects(clerk.call('dictionary', 'addEntry', { table: 'rentalUse', code: '53', label: '不行', parent: null }), { code: 'may.not' })
})

test('an office retires a code of a standard for itself and takes it into use again; next door and the platform keep it', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const [admin, other, above] = [await street.staff('王示一', 'systemAdmin'), await neighbour.staff('赵范三', 'systemAdmin'), await street.staff('平台管理员', 'systemAdmin', '/')]
  const has = async (by: typeof admin, code: string) => (await by.call('dictionary', 'entries', { table: 'residencePermit' })).rows.some((row) => row.code === code)
  const count = async (by: typeof admin) => (await by.call('dictionary', 'tables', {})).rows.find(({ name }) => name === 'residencePermit')!.count
  const all = await count(admin)
  const retired = await admin.call('dictionary', 'retireEntry', { table: 'residencePermit', code: '02', until: '2026-01-01' })
  assert.deepEqual([retired.isOwn, retired.isRetired, retired.label], [false, true, '暂住证'])
  // It stays the standard's: not to be renamed, nor used for something else.
  await assert.rejects(admin.call('dictionary', 'changeEntry', { table: 'residencePermit', code: '02', label: '别的证' }), { code: 'not-found' })
  await assert.rejects(admin.call('dictionary', 'addEntry', { table: 'residencePermit', code: '02', label: '别的证', parent: null }), { code: 'conflict.exists' })
  assert.deepEqual([await has(admin, '02'), await has(other, '02'), await has(above, '02'), await count(admin), await count(other)], [false, true, true, all - 1, all])
  await admin.call('dictionary', 'retireEntry', { table: 'residencePermit', code: '02', until: null })
  assert.deepEqual([await has(admin, '02'), await count(admin)], [true, all])
  // What the platform retired is not for an office to bring back.
  await above.call('dictionary', 'retireEntry', { table: 'residencePermit', code: '99', until: '2026-01-01' })
  assert.equal(await has(other, '99'), false)
  await assert.rejects(other.call('dictionary', 'retireEntry', { table: 'residencePermit', code: '99', until: null }), { code: 'may.not' })
  await above.call('dictionary', 'retireEntry', { table: 'residencePermit', code: '99', until: null })
  assert.equal(await has(other, '99'), true)
})

test('a code the office added is in forms and files of people; retired it is offered no more, and who has it keeps it with its words', async () => {
  const { street, worker, units } = await openBlock(city)
  const admin = await street.staff('王示一', 'systemAdmin')
  await admin.call('dictionary', 'addEntry', { table: 'careGroup', code: '71', label: '老年食堂用餐对象', parent: null })
  const fieldOf = async (name: string) => (await worker.call('person', 'fields', { area: street.communities[0]!.area })).rows.find((field) => field.name === name)!
  assert.ok((await fieldOf('groups')).options!.some(({ code }) => code === '71'))
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', groups: '独居、老年食堂用餐对象' }, at: { housing: units[0]! }, role: '01' })
  await admin.call('dictionary', 'retireEntry', { table: 'careGroup', code: '71', until: '2026-01-01' })
  const field = await fieldOf('groups')
  assert.deepEqual([field.options!.some(({ code }) => code === '71'), field.retired], [false, [{ code: '71', label: '老年食堂用餐对象' }]])
  assert.deepEqual((await worker.call('person', 'get', { id })).groups, ['01', '71'])
  // What stands may stay; nobody gets it anew.
  assert.deepEqual((await worker.call('person', 'change', { id, revision: 1, values: { groups: ['01', '09', '71'] } })).groups, ['01', '09', '71'])
  await assert.rejects(worker.call('person', 'enter', { values: { name: '李例二', groups: ['71'] }, at: { housing: units[1]! }, role: '01' }), ({ problem }: Refusal) => {
    assert.deepEqual(problem.fields, [{ path: 'values.groups', message: '“老年食堂用餐对象”已经停用，请选别的' }])
    return true
  })
  const { rows } = await worker.call('ledger', 'rows', { draft: { base: 'person', conditions: [{ any: [{ field: 'groups', by: 'in', value: ['71'] }] }], columns: [{ field: 'name', label: '姓名' }, { field: 'groups', label: '类别' }] } })
  assert.deepEqual(rows.map(({ cells }) => cells), [['王示一', '独居老人、高龄老人、老年食堂用餐对象']])
})
