import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf, makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { settled } from '../../../test/job.ts'
import { sendTable } from '../../../test/table.ts'
import { sealedColumns } from '../../start/reseal.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

/** Every row of every table as text, sealed values opened, by table. */
async function everywhere(): Promise<[table: string, text: string][]> {
  const { rows: tables } = await city.owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`)
  const all: [string, string][] = []
  for (const { name } of tables) for (const { text } of (await city.owner.query<{ text: string }>(`select one::text as text from ${name} as one`)).rows) all.push([name, text])
  for (const { table, column, field } of sealedColumns) {
    for (const { sealed } of (await city.owner.query<{ sealed: Buffer }>(`select ${column} as sealed from ${table} where ${column} is not null`)).rows) {
      const opened = city.server.around.crypto.decrypt(sealed, field)
      all.push([table, table === 'intake_file' ? Buffer.from(opened, 'base64').toString() : opened])
    }
  }
  return all
}
const tablesWith = async (trace: string) => [...new Set((await everywhere()).filter(([, text]) => text.includes(trace)).map(([table]) => table))].toSorted()

let people = 10
/** Somebody whose workplace and second number were told by a form, a steward, a file, a merge; asked for deletion by themself. */
async function home() {
  const block = await openBlock(city)
  const { worker, street, units, building } = block
  const area = street.communities[0]!.area
  const number = makeIdentityNumber('339901', '1960-01-01', people += 1)
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: number, workplace: '寻踪一厂', otherPhone: '13900006601', phone: '13900006600' }, at: { housing: units[0]! }, role: '01' })
  return { ...block, area, number, id, building, worker, asked: async () => {
    const { id: request } = await worker.call('rights', 'take', { kind: 'delete', area, name: '王示一', phone: null, wish: '删除' })
    await worker.call('rights', 'check', { id: request, proof: 'card', person: id })
    return request
  } }
}

test('what somebody has deleted is deleted from history, claims, merges, files and kept answers as well; what was frozen stays, and they are told so', async () => {
  const { worker, street, area, number, id, building, units, asked } = await home()
  const steward = await street.staff('楼道长', 'steward', building)
  // The same submission twice: its answer is kept.
  const change = () => worker.raw('/api/person/change', { id, revision: 1, values: { workplace: '寻踪二厂' } }, { 'idempotency-key': 'change-of-work' })
  assert.deepEqual([(await change()).status, (await change()).status], [200, 200])
  await steward.call('claim', 'propose', { person: id, values: { workplace: '寻踪三厂', otherPhone: '13900006602' } })
  const waiting = (await worker.call('claim', 'list', { record: id })).rows.find(({ field }) => field === 'workplace')!
  await worker.call('claim', 'decide', { id: waiting.id, isAccepted: false })
  const { id: again } = await worker.call('person', 'enter', { values: { name: '王示依', workplace: '寻踪四厂', otherPhone: '13900006603' }, at: { housing: units[1]! }, role: '01' })
  await worker.call('person', 'merge', { keep: id, drop: again, keepRevision: 2, dropRevision: 1, take: ['workplace', 'otherPhone'] })
  const [done, ready] = [await sendTable(city.http, worker, [['姓名', '证件号码', '服务处所', '备用电话'], ['王示一', number, '寻踪五厂', '13900006604'], ['王示一', number, '寻踪六厂', '13900006605']]), await sendTable(city.http, worker, [['姓名', '证件号码', '服务处所', '备用电话', '文化程度'], ['王示一', number, '寻踪七厂', '13900006606', '小学教育']])]
  await settled(city, 'intake')
  await worker.call('intake', 'commit', { id: done, which: 'good', merge: { otherwise: 'take', fields: {} } })
  await settled(city, 'intake')
  assert.equal((await worker.call('person', 'get', { id })).values.workplace, '寻踪五厂')
  const { id: ledger } = await worker.call('ledger', 'save', { kind: 'ledger', name: '就业台账', area, base: 'person', conditions: [], columns: [{ field: 'name', label: '姓名' }, { field: 'workplace', label: '单位' }] })
  await worker.call('ledger', 'freeze', { id: ledger, month: dayOf(new Date()) })
  await settled(city, 'ledger')
  for (const table of ['claim', 'intake_file', 'intake_row', 'person', 'revision', 'answered']) assert.ok((await tablesWith('寻踪')).includes(table), `${table} had it`)
  const request = await asked()
  const { fields, sections } = await worker.call('rights', 'held', { id: request })
  // What they are shown, and handed as a copy, says where else they stand.
  const said = (title: string) => sections.find((section) => section.title === title)?.lines.map(({ label, value }) => `${label} ${value}`).join('\n') ?? ''
  assert.match(said('待定值'), /服务处所 寻踪三厂（楼道长上报，未采纳）/)
  assert.match(said('导入文件'), /人口\.csv 第 2 行：已更新/)
  assert.match(said('固化的台账'), /就业台账 \d{4}-\d\d 姓名：王示一；单位：寻踪五厂/)
  assert.match(said('个人信息请求'), /删除 办理中：删除/)
  assert.ok(['workplace', 'otherPhone'].every((name) => fields.some((field) => field.name === name && field.mayDelete)))
  const { outcome } = await worker.call('rights', 'delete', { id: request, fields: ['workplace', 'otherPhone'] })
  assert.deepEqual(outcome.map(({ what, result, why }) => [what, result, why?.includes('档案')]), [['服务处所', '已删除', true], ['备用电话', '已删除', undefined]])
  // A file that is still worked on, and its first lines to point at a header, stay for a week; what was read of its rows is gone.
  assert.deepEqual([await tablesWith('寻踪'), await tablesWith('1390000660')], [['intake_batch', 'intake_file', 'ledger_line'], ['intake_batch', 'intake_file', 'person']])
  assert.deepEqual((await city.owner.query('select id from intake_batch b where exists (select from intake_file f where f.batch = b.id)')).rows, [{ id: ready }])
  assert.equal(((await change()).body as { code: string }).code, 'request.repeated')
  // Committed now it says nothing of what was deleted, and all else.
  await worker.call('intake', 'commit', { id: ready, which: 'good', merge: { otherwise: 'take', fields: {} } })
  await settled(city, 'intake')
  const { values } = await worker.call('person', 'get', { id })
  assert.deepEqual([values.workplace, values.otherPhone, values.education, values.phone], [null, null, '80', '139****6600'])
  const { rows } = await city.owner.query<{ told: string }>(`select details::text as told from journal where name in ('person.forgotten', 'rights.deleted') and subdistrict = $1`, [street.code])
  assert.ok(rows.length >= 3 && rows.every(({ told }) => !/寻踪|660\d/.test(told)))
})

test('what is held is not deleted on request either, and what stood before or in another record can be deleted though nothing stands now', async () => {
  const { worker, street, id, asked } = await home()
  await worker.call('person', 'change', { id, revision: 1, values: { workplace: '' } })
  const admin = await street.staff('安全管理员', 'securityAdmin')
  const { id: hold } = await admin.call('retention', 'hold', { item: 'person.workplace', reason: '法院调取', until: null })
  const request = await asked()
  const of = async () => (await worker.call('rights', 'held', { id: request })).fields.find(({ name }) => name === 'workplace')
  assert.deepEqual([(await of())!.mayDelete, (await of())!.why.includes('法院')], [false, false])
  const { outcome } = await worker.call('rights', 'delete', { id: request, fields: ['workplace'] })
  assert.equal(outcome[0]!.result, '依法保留')
  assert.ok((await tablesWith('寻踪一厂')).includes('revision'))
  await admin.call('retention', 'release', { id: hold, reason: '案件审结' })
  await worker.call('rights', 'delete', { id: request, fields: ['workplace'] })
  assert.equal(await of(), undefined)
  assert.equal((await city.owner.query(`select from revision where record = $1 and before::text like '%寻踪%'`, [id])).rowCount, 0)
})

test('a record that was made one with theirs while they lived next door goes on with them: its history is seen, and deleted, where they live now', async () => {
  const { worker, elsewhere, street, id, number, units } = await home()
  const { id: again } = await worker.call('person', 'enter', { values: { name: '王示依', note: '寻踪旧事' }, at: { housing: units[1]! }, role: '01' })
  await worker.call('person', 'change', { id: again, revision: 1, values: { note: '寻踪新事' } })
  await worker.call('person', 'merge', { keep: id, drop: again, keepRevision: 1, dropRevision: 2 })
  const { id: transfer } = await elsewhere.worker.call('transfer', 'ask', { number, at: { area: street.communities[1]!.area }, role: '01', reason: '搬家' })
  await worker.call('transfer', 'decide', { id: transfer, isAgreed: true })
  await settled(city, 'transfer')
  const told = (await elsewhere.worker.call('person', 'history', { id })).rows.filter(({ isOfMerged }) => isOfMerged).flatMap(({ fields }) => fields.map(({ before: was }) => was))
  assert.ok(told.includes('寻踪旧事'))
  await assert.rejects(worker.call('person', 'get', { id: again }), { code: 'not-found' })
  const { id: request } = await elsewhere.worker.call('rights', 'take', { kind: 'delete', area: street.communities[1]!.area, name: '王示一', phone: null, wish: '删除备注' })
  await elsewhere.worker.call('rights', 'check', { id: request, proof: 'card', person: id })
  await elsewhere.worker.call('rights', 'delete', { id: request, fields: ['note'] })
  const { rows } = await city.owner.query(`select record as id, before::text as text from revision where record = any ($1) and before::text like '%寻踪_事%' union all select id, facts::text from person where id = any ($1) and facts::text like '%寻踪_事%'`, [[id, again]])
  assert.deepEqual(rows, [])
})

test('the database takes away from a revision only what is named, lets nothing longer take its place, and says so where it may not', async () => {
  const { worker, street, id } = await home()
  await worker.call('person', 'change', { id, revision: 1, values: { workplace: '寻踪二厂', otherPhone: '13900006609' } })
  const { sql } = await import('kysely')
  const as = (area: string, gone: string[], sealed: Buffer | null) => city.server.around.database.transact({ role: 'staff', areas: [area] }, 'write', (db) => sql`select revision_forget(${street.code}, ${id}, 2, ${gone}::text[], ${sealed})`.execute(db))
  const { rows: [row] } = await city.owner.query<{ sealed: Buffer }>('select sealed from revision where record = $1 and no = 2', [id])
  const [ours, theirs] = street.communities.map((one) => one.area) as [string, string]
  await assert.rejects(as(ours, ['otherPhone'], Buffer.concat([row!.sealed, Buffer.from('x')])), /was not forgotten/)
  await assert.rejects(as(ours, ['name'], null), /was not forgotten/)
  await assert.rejects(as(theirs, ['workplace'], row!.sealed), /was not forgotten/)
  await as(ours, ['workplace'], row!.sealed)
  assert.deepEqual((await city.owner.query('select before, sealed is not null as sealed from revision where record = $1 and no = 2', [id])).rows, [{ before: {}, sealed: true }])
})
