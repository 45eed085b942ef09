import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import sharp from 'sharp'
import { eventually } from '../../../test/eventually.ts'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { openPaper, sendPaper, takePhoto } from '../../../test/photo.ts'
import { theServer } from '../../kernel/actor.ts'
import { transact } from '../../kernel/transaction.ts'
import { forget } from '../person/index.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')

test('a copy of a certificate goes up, lies sealed, is opened for a purpose, and is gone when it is removed; each is remembered', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: units[0]! }, role: '01' })
  const { status, body: { id } } = await sendPaper(city.http, worker, { person, sort: 'identity', name: '身份证正面' }, await takePhoto())
  assert.equal(status, 200)
  const [row] = (await worker.call('document', 'list', { person })).rows
  assert.deepEqual([row!.id, row!.name, row!.sort, row!.type, row!.isSensitive, row!.by, row!.mayOpen, row!.mayRemove], [id, '身份证正面', 'identity', 'image/jpeg', true, '社工', true, true])
  assert.equal((await openPaper(city.http, worker, { id })).code, 'input.invalid')
  const seen = await openPaper(city.http, worker, { id, purpose: '核对登记信息' })
  assert.deepEqual([seen.status, seen.type, seen.content.length], [200, 'image/jpeg', row!.bytes])
  const { width, exif } = await sharp(seen.content).metadata()
  assert.deepEqual([width, exif], [800, undefined])
  const { rows: [stored] } = await city.owner.query('select content from document where id = $1', [id])
  assert.ok(!stored.content.includes(seen.content.subarray(100, 200)))
  // The neighbour's people, and who may not see whole numbers.
  await assert.rejects(elsewhere.worker.call('document', 'list', { person }), { code: 'not-found' })
  assert.equal((await openPaper(city.http, elsewhere.worker, { id, purpose: '好奇' })).code, 'not-found')
  assert.equal((await sendPaper(city.http, elsewhere.worker, { person, sort: 'photo', name: '照片' }, await takePhoto())).body.code, 'not-found')
  await city.owner.query(`update role set permissions = array_remove(permissions, 'base.reveal') where code = 'gridWorker'`)
  const grid = await street.staff('网格员', 'gridWorker', street.communities[0]!.area)
  assert.deepEqual([(await grid.call('document', 'list', { person })).rows[0]!.mayOpen, (await openPaper(city.http, grid, { id, purpose: '核对' })).code], [false, 'may.not'])
  await city.owner.query(`update role set permissions = permissions || array['base.reveal'] where code = 'gridWorker'`)
  await worker.call('document', 'remove', { id, reason: '传错了' })
  assert.deepEqual((await worker.call('document', 'list', { person })).rows, [])
  assert.equal((await openPaper(city.http, worker, { id, purpose: '核对' })).code, 'not-found')
  await assert.rejects(worker.call('document', 'remove', { id, reason: '再删一次' }), { code: 'not-found' })
  assert.equal((await city.owner.query('select content from document where id = $1', [id])).rows[0].content, null)
  const { rows } = await city.owner.query(`select name, details from journal where subject = $1 and name like 'document.%' order by at, id`, [person])
  assert.deepEqual(rows, [
    { name: 'document.added', details: { document: id, sort: 'identity', bytes: row!.bytes } }, { name: 'document.opened', details: { document: id, sort: 'identity', purpose: '核对登记信息' } }, { name: 'document.removed', details: { document: id, sort: 'identity', reason: '传错了' } },
  ])
})

test('every kind of record keeps papers; a photo is opened without a purpose, what is no picture and no PDF is refused', async () => {
  const { worker, units: [home], building } = await openBlock(city)
  const { id: person, residencies: [residency] } = await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: home! }, role: '01' })
  const { id: household } = await worker.call('household', 'form', { at: { housing: home! }, members: [residency!.id], head: person })
  const { id: enterprise } = await worker.call('enterprise', 'enter', { values: { name: '示例裁缝铺' }, at: { area: building } })
  const { id: thing } = await worker.call('thing', 'enter', { values: { name: '电梯', kind: '01076' }, at: { area: building } })
  for (const whose of [{ person }, { household }, { housing: home! }, { enterprise }, { thing }, { building }] as Record<string, string>[]) {
    const { body: { id } } = await sendPaper(city.http, worker, { ...whose, sort: 'photo', name: '现场' }, await takePhoto())
    const { body: { id: contract } } = await sendPaper(city.http, worker, { ...whose, sort: 'contract', name: '合同' }, pdf)
    assert.deepEqual((await worker.call('document', 'list', whose)).rows.map((one) => [one.id, one.type]), [[contract, 'application/pdf'], [id, 'image/jpeg']], JSON.stringify(whose))
    assert.deepEqual([(await openPaper(city.http, worker, { id })).status, (await openPaper(city.http, worker, { id: contract, purpose: '核对' })).content.equals(pdf)], [200, true])
  }
  const refused = async (words: Record<string, string>, content: Buffer) => (await sendPaper(city.http, worker, words, content)).body.code
  const photo = { person, sort: 'photo', name: '照片' }
  assert.equal(await refused(photo, Buffer.from('MZ 不是照片')), 'file.kind')
  assert.equal(await refused(photo, Buffer.from('<html><script>alert(1)</script></html>')), 'file.kind')
  assert.equal(await refused({ ...photo, sort: 'religion' }, pdf), 'input.invalid')
  assert.equal(await refused({ sort: 'photo', name: '照片' }, pdf), 'input.invalid')
  assert.equal(await refused({ ...photo, housing: home! }, pdf), 'input.invalid')
})

test('papers follow whom they belong to: to another community with them, to the record that stays when two are merged, and back; who is forgotten keeps none', async () => {
  const { worker, units: [home], elsewhere, street } = await openBlock(city)
  const enter = async (name: string, phone: string) => (await worker.call('person', 'enter', { values: { name, phone }, at: { housing: home! }, role: '01' })).id
  const [keep, drop] = [await enter('王示一', '13900004501'), await enter('李例二', '13900004502')]
  await sendPaper(city.http, worker, { person: drop, sort: 'identity', name: '身份证' }, await takePhoto())
  const namesOf = async (person: string, by = worker) => (await by.call('document', 'list', { person })).rows.map(({ name }) => name)
  const { merge } = await worker.call('person', 'merge', { keep, drop, keepRevision: 1, dropRevision: 1 })
  assert.deepEqual(await namesOf(keep), ['身份证'])
  await worker.call('person', 'unmerge', { merge })
  assert.deepEqual([await namesOf(keep), await namesOf(drop)], [[], ['身份证']])
  const held = await worker.call('person', 'get', { id: drop })
  await worker.call('person', 'moveOut', { id: drop, residency: held.residencies[0]!.id, on: '2026-01-01', reason: '02' })
  await city.owner.query('update residency set area = $1, place = $1 where person = $2', [street.communities[1]!.grids[0], drop])
  await city.owner.query('update person set area = $1 where id = $2', [street.communities[1]!.grids[0], drop])
  assert.deepEqual(await namesOf(drop, elsewhere.worker), ['身份证'])
  await assert.rejects(namesOf(drop), { code: 'not-found' })
  const asking = { actor: theServer(street.area), scope: { role: 'staff' as const, areas: [street.area] }, request: { id: 'retention', address: '', device: '' } }
  await transact(city.server.around, 'write', asking, (ctx) => forget(ctx, drop, ['phone']))
  await transact(city.server.around, 'write', asking, (ctx) => forget(ctx, keep, ['name']))
  assert.deepEqual(await namesOf(drop, elsewhere.worker), ['身份证'], 'a number that has gone takes no papers along')
  await transact(city.server.around, 'write', asking, (ctx) => forget(ctx, drop, ['name']))
  await eventually(async () => assert.deepEqual(await namesOf(drop, elsewhere.worker), []))
})
