import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

let phones = 4400
async function home() {
  const block = await openBlock(city)
  const phone = `1390000${phones += 1}`
  const resident = await block.street.resident('王示一', phone)
  const { id: person } = await block.worker.call('person', 'enter', { values: { name: '王示一', phone, workplace: '示例机械厂', note: '爱下棋', education: '20' }, at: { housing: block.units[0]! }, role: '01' })
  return { ...block, resident, phone, person, area: block.street.communities[0]!.area }
}
type Home = Awaited<ReturnType<typeof home>>
const asked = async ({ resident, area }: Home, kind: 'see' | 'correct' | 'delete' | 'explain' = 'see') => (await resident.call('rights', 'ask', { kind, area, name: '王示一', wish: '请办理' })).id
const verified = async (one: Home, kind?: Parameters<typeof asked>[1]) => {
  const id = await asked(one, kind)
  await one.worker.call('rights', 'check', { id, proof: 'card', person: one.person })
  return id
}
const journal = async (id: string) => (await city.owner.query<{ name: string }>('select name from journal where subject = $1 order by at, id', [id])).rows.map(({ name }) => name)

test('a resident asks what is held, is answered within fifteen working days after showing who they are, and gets a copy of everything', async () => {
  const one = await home()
  city.setClock('2026-04-29T10:00:00+08:00')
  const { id, dueAt, status } = await one.resident.call('rights', 'ask', { kind: 'see', area: one.area, name: '王示一', wish: '登记了我的什么' })
  // The holidays of May and a worked Saturday lie between.
  assert.deepEqual([status, dueAt], ['asked', '2026-05-22T09:30:00.000Z'])
  await assert.rejects(one.worker.call('rights', 'held', { id }), { code: 'conflict.rule' })
  await assert.rejects(one.worker.call('rights', 'answer', { id, isRefused: false, answer: '好' }), { code: 'conflict.rule' })
  const { candidates, light } = await one.worker.call('rights', 'get', { id })
  assert.deepEqual([candidates.map((row) => [row.id, row.name, row.phone]), light], [[[one.person, '王示一', `139****${one.phone.slice(-4)}`]], 'green'])
  assert.deepEqual((await one.worker.call('rights', 'check', { id, proof: 'card', person: one.person })).person, { id: one.person, name: '王示一' })
  const { sections, fields } = await one.worker.call('rights', 'held', { id })
  const line = (title: string, label: string) => sections.find((section) => section.title === title)?.lines.find((entry) => entry.label === label)?.value
  assert.deepEqual([line('人口登记', '联系电话'), line('人口登记', '服务处所'), line('居民端账号', '手机号')], [one.phone, '示例机械厂', `139****${one.phone.slice(-4)}`])
  assert.ok(sections.some(({ title }) => title === '居住') && sections.some(({ title }) => title === '查看和修改的记录'))
  assert.deepEqual(fields.filter(({ mayDelete }) => mayDelete).map(({ name }) => name).toSorted(), ['note', 'workplace'])
  const { xlsx } = await one.worker.call('rights', 'copy', { id })
  assert.ok((await readXlsx(Buffer.from(xlsx, 'base64'))).sheets[0]!.rows.some((row) => row[1] === '联系电话' && row[2] === one.phone))
  city.setClock('2026-05-20T10:00:00+08:00')
  assert.equal((await one.worker.call('rights', 'list', { isOpen: true })).rows[0]!.light, 'yellow')
  city.setClock('2026-05-25T10:00:00+08:00')
  assert.equal((await one.worker.call('rights', 'list', {})).rows[0]!.light, 'red')
  assert.equal((await one.worker.call('rights', 'answer', { id, isRefused: false, answer: '副本已当面交给您' })).status, 'answered')
  city.setClock(undefined)
  const [mine] = (await one.resident.call('rights', 'mine', {})).rows
  assert.deepEqual([mine!.status, mine!.answer, mine!.mayWithdraw], ['answered', '副本已当面交给您', false])
  assert.deepEqual(await journal(id), ['rights.asked', 'rights.get.looked', 'rights.checked', 'rights.held.looked', 'rights.copied', 'rights.answered'])
  const { rows } = await city.owner.query('select details::text as told from journal where subject = $1', [id])
  assert.ok(rows.every(({ told }) => !told.includes(one.phone) && !told.includes('示例机械厂')))
})

test('what a resident corrects stands whatever stood before, with them as its source', async () => {
  const one = await home()
  const id = await verified(one, 'correct')
  const { outcome } = await one.worker.call('rights', 'correct', { id, values: { workplace: '示例中学', education: '10' } })
  assert.deepEqual(outcome.map(({ what, result }) => [what, result]), [['服务处所', '已更正'], ['文化程度', '已更正']])
  const { values } = await one.worker.call('person', 'get', { id: one.person })
  assert.deepEqual([values.workplace, values.education], ['示例中学', '10'])
  const [newest] = (await one.worker.call('person', 'history', { id: one.person })).rows
  assert.deepEqual([newest!.source, newest!.fields.map(({ name, before: was }) => [name, was])], ['resident', [['workplace', '示例机械厂'], ['education', '20']]])
  await assert.rejects(one.worker.call('rights', 'correct', { id, values: { phone: '1390' } }), { code: 'input.invalid' })
})

test('what was told of one’s own accord is deleted with its history; what the law asks for is kept, and the person is told why', async () => {
  const one = await home()
  await one.worker.call('person', 'change', { id: one.person, revision: 1, values: { workplace: '从前的单位', otherPhone: '13900008801' } })
  await one.worker.call('person', 'change', { id: one.person, revision: 2, values: { otherPhone: '13900008802' } })
  const id = await verified(one, 'delete')
  const { outcome } = await one.worker.call('rights', 'delete', { id, fields: ['workplace', 'otherPhone', 'phone'] })
  assert.deepEqual(outcome.map(({ what, result }) => [what, result]), [['服务处所', '已删除'], ['备用电话', '已删除'], ['联系电话', '依法保留']])
  assert.match(outcome.find(({ what }) => what === '联系电话')!.why!, /第十三条.*12 个月后删除/)
  const { values } = await one.worker.call('person', 'get', { id: one.person })
  assert.deepEqual([values.workplace, values.otherPhone, values.note], [null, null, '爱下棋'])
  const history = await one.worker.call('person', 'history', { id: one.person })
  assert.doesNotMatch(JSON.stringify(history), /示例机械厂|从前的单位|8801/)
  const { rows } = await city.owner.query<{ sealed: Buffer | null }>('select sealed from revision where record = $1', [one.person])
  assert.ok(rows.length > 2 && rows.every(({ sealed }) => sealed === null))
  assert.match(JSON.stringify((await one.resident.call('rights', 'mine', {})).rows[0]!.outcome), /依法保留/)
})

test('what was deleted is deleted from the records that were made one with theirs', async () => {
  const one = await home()
  const { id: again } = await one.worker.call('person', 'enter', { values: { name: '赵另名', workplace: '示例旧厂' }, at: { housing: one.units[1]! }, role: '01' })
  await one.worker.call('person', 'merge', { keep: one.person, drop: again, keepRevision: 1, dropRevision: 1 })
  await one.worker.call('rights', 'delete', { id: await verified(one, 'delete'), fields: ['workplace'] })
  const { rows } = await city.owner.query('select facts::text as told from person where id = any ($1)', [[one.person, again]])
  assert.deepEqual(rows.map(({ told }) => /示例/.test(told)), [false, false])
})

test('a resident sees and withdraws only their own; the community next door and field workers see nothing; at most five wait', async () => {
  const one = await home()
  const id = await asked(one)
  const other = await one.street.resident('李例二')
  assert.deepEqual((await other.call('rights', 'mine', {})).rows, [])
  await assert.rejects(other.call('rights', 'withdraw', { id }), { code: 'not-found' })
  for (const ask of ['get', 'held', 'copy'] as const) await assert.rejects(one.elsewhere.worker.call('rights', ask, { id }), { code: 'not-found' })
  assert.deepEqual((await one.elsewhere.worker.call('rights', 'list', {})).rows, [])
  await assert.rejects((await one.street.staff('网格员', 'gridWorker', one.area)).call('rights', 'list', {}), { code: 'may.not' })
  // Nobody of another community is put into a request.
  const far = await one.elsewhere.worker.call('person', 'enter', { values: { name: '赵别处' }, at: { area: one.street.communities[1]!.area }, role: '03' })
  await assert.rejects(one.worker.call('rights', 'check', { id, proof: 'card', person: far.id }), { code: 'not-found' })
  for (let more = 0; more < 4; more += 1) await asked(one)
  await assert.rejects(asked(one), { code: 'conflict.rule' })
  assert.equal((await one.resident.call('rights', 'withdraw', { id })).status, 'withdrawn')
  await assert.rejects(one.worker.call('rights', 'check', { id, proof: 'card', person: one.person }), { code: 'base.changed' })
  await assert.rejects(one.resident.call('rights', 'ask', { kind: 'see', area: one.street.area, name: '王示一', wish: '街道' }), { code: 'input.invalid' })
})

test('who is not registered is told so, and who cannot say who they are is refused with a reason', async () => {
  const one = await home()
  const { id } = await one.worker.call('rights', 'take', { kind: 'explain', area: one.area, name: '孙过客', phone: null, wish: '为什么登记我' })
  await one.worker.call('rights', 'check', { id, proof: 'agent', person: null })
  const { sections } = await one.worker.call('rights', 'held', { id })
  assert.deepEqual(sections, [])
  await assert.rejects(one.worker.call('rights', 'correct', { id, values: { workplace: '某厂' } }), { code: 'conflict.rule' })
  const refused = await asked(one)
  assert.equal((await one.worker.call('rights', 'answer', { id: refused, isRefused: true, answer: '没有出示身份证件' })).status, 'refused')
})

test('whoever closes their account is gone at once, cannot be found again, and may begin anew', async () => {
  const one = await home()
  await assert.rejects(one.resident.call('rights', 'closeAccount', { phone: '13900009995' }), { code: 'input.invalid' })
  await one.resident.call('rights', 'closeAccount', { phone: one.phone })
  await assert.rejects(one.resident.call('rights', 'mine', {}), { code: 'sign-in.needed' })
  const { rows: [row] } = await city.owner.query('select name, phone, phone_index, phone_masked, wechat, is_enabled from account where id = $1', [one.resident.id])
  assert.deepEqual(row, { name: '已注销用户', phone: null, phone_index: null, phone_masked: null, wechat: null, is_enabled: false })
  const admin = await one.street.staff('系统管理员', 'systemAdmin')
  await assert.rejects(admin.call('account', 'enableResident', { id: one.resident.id, isEnabled: true, reason: '误注销' }), { code: 'not-found' })
  const { rows: told } = await city.owner.query(`select actor_name, details from journal where name = 'rights.account-closed' and subject = $1`, [one.resident.id])
  assert.deepEqual(told, [{ actor_name: '已注销用户', details: {} }])
  await one.street.resident('王示一', one.phone)
})
