import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { runJob } from '../../../test/job.ts'
import { newId } from '../../kernel/id.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const number = makeIdentityNumber('339901', '1980-01-01', 7)
const said = { offence: '示例罪名', releasedOn: '2025-06-01', careLevel: '重点帮教', carerPhone: '13900008801' }

/** A community whose office keeps released prisoners, somebody who is named for them, and one of them. */
async function office(isOn = true) {
  const block = await openBlock(city)
  const { street, worker, units } = block
  const [home, next] = street.communities
  const [admin, security, auditor, keeper, other, whole] = await Promise.all([
    street.staff('系统管理员', 'systemAdmin'), street.staff('安全管理员', 'securityAdmin'), street.staff('审计管理员', 'auditAdmin'), street.staff('专干', 'specialWorker', home!.area), street.staff('西苑专干', 'specialWorker', next!.area), street.staff('街道社工', 'socialWorker'),
  ])
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: number, phone: '13900008802' }, at: { housing: units[0]! }, role: '01' })
  const switchOn = async () => {
    await admin.call('special', 'askSwitch', { kind: 'released', reason: '区司法局要求' })
    return security.call('special', 'decideSwitch', { kind: 'released', isAgreed: true })
  }
  if (isOn) await switchOn()
  return { ...block, admin, security, auditor, keeper, other, whole, person, switchOn, next: next!, home: home! }
}

const enter = (keeper: Person, person: string) => keeper.call('special', 'enter', { person, kind: 'released', values: said })
const listed = async (keeper: Person) => (await keeper.call('special', 'list', { kind: 'released' })).rows.map(({ id }) => id)

test('off until one administrator asks and another agrees; off again at once, and what was kept is there again when it is on again', async () => {
  const { admin, security, keeper, worker, person, switchOn } = await office(false)
  assert.deepEqual((await admin.call('special', 'switches', {})).rows.map(({ kind, status }) => [kind, status]), [['released', 'off'], ['correction', 'off'], ['disorder', 'off'], ['youth', 'off']])
  assert.deepEqual(await keeper.call('special', 'of', { person }), { rows: [], kinds: [] })
  await assert.rejects(enter(keeper, person), { code: 'special.off' })
  const asked = await admin.call('special', 'askSwitch', { kind: 'released', reason: '区司法局要求' })
  assert.deepEqual([asked.status, asked.mayDecide, asked.maySwitchOff], ['asked', false, true])
  await assert.rejects(admin.call('special', 'askSwitch', { kind: 'released', reason: '再要' }), { code: 'base.changed' })
  await assert.rejects(admin.call('special', 'decideSwitch', { kind: 'released', isAgreed: true }), { code: 'may.not' })
  await assert.rejects(enter(keeper, person), { code: 'special.off' })
  assert.equal((await security.call('special', 'decideSwitch', { kind: 'released', isAgreed: false, note: '理由不足' })).status, 'refused')
  assert.equal((await switchOn()).status, 'on')
  const { id } = await enter(keeper, person)
  assert.deepEqual((await keeper.call('special', 'of', { person })).kinds, ['released'])
  await assert.rejects(keeper.call('special', 'enter', { person, kind: 'correction' }), { code: 'special.off' })
  await admin.call('special', 'switchOff', { kind: 'released', reason: '专项结束' })
  assert.deepEqual(await listed(keeper), [])
  await assert.rejects(keeper.call('special', 'look', { id, purpose: '走访' }), { code: 'not-found' })
  await switchOn()
  assert.deepEqual(await listed(keeper), [id])
  await assert.rejects(worker.call('special', 'switches', {}), { code: 'may.not' })
})

test('who is named for it sees a masked list, opens a record for a purpose, changes it as it was seen, and ends it', async () => {
  const { keeper, person } = await office()
  const row = await enter(keeper, person)
  assert.deepEqual([row.name, row.areaName, row.kind], ['王**', '东苑社区', 'released'])
  assert.deepEqual((await keeper.call('special', 'list', { kind: 'released' })).rows, [row])
  await assert.rejects(enter(keeper, person), { code: 'conflict.exists' })
  const seen = await keeper.call('special', 'look', { id: row.id, purpose: '季度帮教' })
  assert.deepEqual([seen.name, seen.values], ['王示一', { ...said, careLevel: '01' }])
  await assert.rejects(keeper.call('special', 'change', { id: row.id, revision: 1, values: { carerPhone: '123' } }), { code: 'input.invalid' })
  await assert.rejects(keeper.call('special', 'change', { id: row.id, revision: 1, values: { drugs: '是' } }), { code: 'input.invalid' })
  const changed = await keeper.call('special', 'change', { id: row.id, revision: 1, values: { placement: '企业吸纳', offence: null } })
  const now = await keeper.call('special', 'look', { id: row.id, purpose: '核对' })
  assert.deepEqual([changed.revision, now.values.placement, now.values.offence, now.changes[0]!.fields], [2, '06', undefined, [{ name: 'placement', label: '安置情况', before: null }, { name: 'offence', label: '原罪名', before: '示例罪名' }]])
  await assert.rejects(keeper.call('special', 'change', { id: row.id, revision: 1, values: {} }), { code: 'base.changed' })
  assert.equal((await keeper.call('special', 'end', { id: row.id, revision: 2, on: '2026-01-01', reason: '期满' })).endedOn, '2026-01-01')
  assert.deepEqual([await listed(keeper), (await keeper.call('special', 'list', { kind: 'released', withEnded: true })).rows.length], [[], 1])
  assert.equal((await keeper.call('special', 'look', { id: row.id, purpose: '复核' })).endedFor, '期满')
  await assert.rejects(keeper.call('special', 'change', { id: row.id, revision: 3, values: {} }), { code: 'base.changed' })
})

test('to everybody else there is nothing: not in any list, record, history, export, search, tag, ledger or journal, and not in the database either', async () => {
  const { keeper, worker, whole, other, person, street, home, auditor } = await office()
  const secretary = await street.staff('书记', 'secretary', home.area)
  const { id } = await enter(keeper, person)
  await keeper.call('special', 'look', { id, purpose: '季度帮教' })
  const ledger = { draft: { base: 'person' as const, conditions: [], columns: [{ field: 'name', label: '姓名' }, { field: 'person.tags', label: '标签' }] } }
  for (const one of [worker, whole, secretary]) {
    const told = JSON.stringify([
      await one.call('person', 'get', { id: person }), await one.call('person', 'list', {}), await one.call('person', 'history', { id: person }), await one.call('person', 'fields', { area: home.area }), await one.call('find', 'all', { text: '王示一' }),
      await one.call('ledger', 'rows', ledger), await one.call('ledger', 'items', {}), await one.call('tag', 'list', { area: home.area }), await one.call('quality', 'board', {}), await one.call('audit', 'mine', {}), await one.call('relation', 'list', { person }),
    ])
    for (const secret of [id, '示例罪名', '13900008801', '刑满', 'special']) assert.ok(!told.includes(secret), `${one.name}: ${secret}`)
    for (const [endpoint, input] of [['list', { kind: 'released' }], ['of', { person }], ['look', { id, purpose: '看看' }]] as const) await assert.rejects(one.call('special', endpoint, input as never), { code: 'may.not' })
  }
  assert.deepEqual(await listed(other), [])
  for (const input of [{ id, purpose: '看看' }]) await assert.rejects(other.call('special', 'look', input), { code: 'not-found' })
  await assert.rejects(other.call('special', 'of', { person }), { code: 'not-found' })
  // Whatever statement a module may run as one of them, there is no row.
  const rowsAs = (who: Person, table: 'special' | 'special_revision') => city.server.around.database.transact({ role: 'staff', areas: [street.area], person: who.id }, 'read', async (db) => (await db.selectFrom(table).selectAll().execute()).length)
  for (const one of [worker, whole, secretary, other]) assert.deepEqual([await rowsAs(one, 'special'), await rowsAs(one, 'special_revision')], [0, 0], one.name)
  assert.deepEqual([await rowsAs(keeper, 'special'), await rowsAs(keeper, 'special_revision')], [1, 1])
  const journalAs = (who: Person) => city.server.around.database.transact({ role: 'staff', areas: [street.area], person: who.id }, 'read', async (db) => (await db.selectFrom('journal').select('name').where('name', 'like', 'special.%').execute()).length)
  assert.deepEqual([await journalAs(whole), await journalAs(secretary), (await journalAs(keeper)) > 0, (await journalAs(auditor)) > 0], [0, 0, true, true])
})

test('every look is written down for who audits it, without who it was about or in which group; nothing lies in the database in clear', async () => {
  const { keeper, auditor, security, person, street } = await office()
  const { id } = await enter(keeper, person)
  await keeper.call('special', 'look', { id, purpose: '季度帮教' })
  await keeper.call('special', 'change', { id, revision: 1, values: { offence: '另一罪名' } })
  await listed(keeper)
  const { rows } = await auditor.call('audit', 'list', { limit: 50 })
  const told = rows.filter(({ name }) => name.startsWith('special.') && !name.startsWith('special.switch'))
  assert.deepEqual(told.map(({ name, title, details }) => [name, title, details]), [
    ['special.list.looked', '查看特殊人群列表', { kind: 'released', limit: 20, withEnded: false }], ['special.changed', '修改特殊人群档案', { fields: 1 }], ['special.opened', '查看特殊人群档案', { purpose: '季度帮教' }], ['special.entered', '登记特殊人群', {}],
  ])
  for (const secret of [person, '王示一', '罪名', number]) assert.ok(!JSON.stringify(told).includes(secret), secret)
  // An auditor from whom it was taken away.
  const plain = await street.staff('街道领导', 'leader')
  await city.owner.query(`insert into role (code, name, side, permissions) values ('plainAuditor', '审计员', 'staff', '{audit.view}') on conflict do nothing`)
  await city.owner.query(`insert into post (id, account, role, area, valid_from) values ($1, $2, 'plainAuditor', $3, '2020-01-01')`, [newId(), plain.id, street.area])
  const shown = (await plain.call('audit', 'list', { limit: 50 })).rows
  assert.ok(shown.length > 0 && !shown.some(({ name }) => name.startsWith('special.')))
  await assert.rejects(security.call('audit', 'list', {}), { code: 'may.not' })
  for (const table of ['special', 'special_revision', 'journal', 'answered', 'revision']) {
    const { rows: texts } = await city.owner.query<{ text: string }>(`select ${table}::text as text from ${table} where ${table}::text not like '%switch%' and ${table}::text not like '%special.list%'`)
    for (const { text } of texts) assert.doesNotMatch(text, /示例罪名|另一罪名|13900008801|released/, table)
  }
})

test('it follows the person to another community, and into the record they are merged with; a deputy of who is named for it sees nothing', async () => {
  const { keeper, other, whole, worker, person, next, units, street, security } = await office()
  const { id } = await enter(keeper, person)
  await whole.call('person', 'moveIn', { id: person, at: { area: next.area }, role: '03', leavesOthers: true })
  assert.deepEqual([await listed(keeper), await listed(other)], [[], [id]])
  await assert.rejects(keeper.call('special', 'look', { id, purpose: '走访' }), { code: 'not-found' })
  await whole.call('person', 'moveIn', { id: person, at: { housing: units[1]! }, role: '01', leavesOthers: true })
  const { id: twin } = await worker.call('person', 'enter', { values: { name: '王示一', phone: '13900008802' }, at: { housing: units[1]! }, role: '01', isSomebodyElse: [person] })
  await city.owner.query(`update twin set status = 'open' where subdistrict = $1`, [street.code])
  const revisions = await Promise.all([twin, person].map(async (one) => (await worker.call('person', 'get', { id: one })).revision))
  await worker.call('person', 'merge', { keep: twin, drop: person, keepRevision: revisions[0]!, dropRevision: revisions[1]! })
  assert.deepEqual((await keeper.call('special', 'of', { person: twin })).rows.map((row) => row.id), [id])
  const deputy = await street.staff('代班人', 'gridWorker')
  await security.call('account', 'appointDeputy', { absent: keeper.id, deputy: deputy.id, from: '2026-01-01T00:00:00+08:00', until: '2099-01-01T00:00:00+08:00' })
  assert.deepEqual(await listed(deputy), [])
  await assert.rejects(deputy.call('special', 'look', { id, purpose: '走访' }), { code: 'not-found' })
})

test('no tag, field or code says the same, nor what no office may keep', async () => {
  const { admin, home, street } = await office()
  const secretary = await street.staff('书记', 'secretary', home.area)
  for (const name of ['社区矫正', '刑释人员', '吸毒人员', '信教群众']) {
    await assert.rejects(secretary.call('tag', 'add', { area: home.area, name }), { code: 'input.invalid' }, name)
    await assert.rejects(secretary.call('field', 'add', { area: home.area, kind: 'person', label: name, type: 'yes', purpose: '走访' }), { code: 'input.invalid' }, name)
    await assert.rejects(admin.call('dictionary', 'addEntry', { table: 'careGroup', code: '77', label: name, parent: null }), { code: 'input.invalid' }, name)
  }
  await admin.call('dictionary', 'addEntry', { table: 'specialTeam', code: '77', label: '社区矫正中心', parent: null })
})

test('what was kept long enough after it ended goes at night, and only that', async () => {
  const { keeper, person, worker, units, security } = await office()
  const { id } = await enter(keeper, person)
  const second = (await worker.call('person', 'enter', { values: { name: '李例二' }, at: { housing: units[1]! }, role: '01' })).id
  const stays = (await enter(keeper, second)).id
  await keeper.call('special', 'end', { id, revision: 1, on: '2020-01-01', reason: '期满' })
  await runJob(city, 'retention.sweep')
  const left = async (table: string, column: string) => (await city.owner.query<{ id: string }>(`select ${column} as id from ${table} where ${column} = any ($1)`, [[id, stays]])).rows.map((row) => row.id)
  assert.deepEqual([await left('special', 'id'), await left('special_revision', 'special')], [[stays], [stays]])
  assert.deepEqual((await security.call('retention', 'runs', {})).rows.map(({ item, removed }) => [item, removed]), [['special.record', 1]])
})
