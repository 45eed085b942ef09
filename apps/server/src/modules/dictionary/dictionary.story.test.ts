import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('the tables of the standards are there', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('李例二', 'acceptor')
  const { rows } = await clerk.call('dictionary', 'tables', {})
  assert.deepEqual(rows.find(({ name }) => name === 'ethnicity'), { name: 'ethnicity', title: '民族', standard: 'GB/T 3304-1991', count: 56 })
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

test('a code of a standard is not an office’s to change, nor anything a clerk’s', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const clerk = await street.staff('李例二', 'acceptor')
  await assert.rejects(admin.call('dictionary', 'changeEntry', { table: 'sex', code: '1', label: '男' }), { code: 'not-found' })
  await assert.rejects(admin.call('dictionary', 'retireEntry', { table: 'sex', code: '1', until: '2026-01-01' }), { code: 'not-found' })
  await assert.rejects(clerk.call('dictionary', 'addEntry', { table: 'rentalUse', code: '53', label: '不行', parent: null }), { code: 'may.not' })
})
