import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Subdistrict } from '../../../test/city-people.ts'
import { modules } from '../../app.ts'
import { sealJournal } from './seal-job.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('the auditor reads what was done, newest first and page by page, in the words of the office', async () => {
  const { street, auditor } = await office()
  const rows = await auditor.call('audit', 'list', {})
  deepEqual(rows.rows.map(({ title, actorName, actorPost }) => [title, actorName, actorPost]), [
    ['恢复国家安排', '王示一', '系统管理员'], ['设置上班或休息', '王示一', '系统管理员'], ['设置上班或休息', '王示一', '系统管理员'],
  ])
  deepEqual(rows.rows[2]?.details, { kind: 'work', note: '' })
  const first = await auditor.call('audit', 'list', { limit: 2, area: street.area, until: later(0) })
  const second = await auditor.call('audit', 'list', { limit: 2, area: street.area, until: later(0), after: first.next! })
  deepEqual([...first.rows, ...second.rows].map(({ id }) => id).filter((id) => rows.rows.some((row) => row.id === id)), rows.rows.map(({ id }) => id))
})

test('the auditor looks for one action, one person, one thing, one time and one place', async () => {
  const { street, auditor, admin } = await office()
  const count = async (filters: object) => (await auditor.call('audit', 'list', filters)).rows.length
  equal(await count({ name: 'calendar.day-cleared' }), 1)
  equal(await count({ actor: admin.id }), 3)
  equal(await count({ actor: '王示一' }), 3)
  equal(await count({ actor: '没有这个人' }), 0)
  equal(await count({ subject: '2026-03-07' }), 2)
  equal(await count({ actor: admin.id, from: later(-1), until: later(1) }), 3)
  equal(await count({ until: later(-1) }), 0)
  equal(await count({ area: street.communities[0]!.area }), 0)
})

test('a neighbour’s records are not shown, not even on request; who is no auditor is refused', async () => {
  const { street, admin } = await office()
  const neighbour = await city.subdistrict()
  const other = await neighbour.staff('赵范三', 'auditAdmin')
  deepEqual((await other.call('audit', 'list', { area: street.area })).rows, [])
  deepEqual((await other.call('audit', 'list', { actor: admin.id })).rows, [])
  equal((await other.call('audit', 'export', { area: street.area })).rows, 0)
  for (const endpoint of ['list', 'export', 'names', 'seals'] as const) await rejects(admin.call('audit', endpoint, {}), { code: 'may.not' })
  await rejects((await street.resident('李例二')).call('audit', 'list', {}), { code: 'may.not' })
})

test('looking at the journal is journaled itself, with what was looked for', async () => {
  const { auditor, admin } = await office()
  await auditor.call('audit', 'list', { actor: admin.id })
  await auditor.call('audit', 'export', {})
  const { rows } = await auditor.call('audit', 'list', { actor: auditor.id })
  deepEqual(rows.map(({ title }) => title), ['查看：导出审计记录', '查看：审计记录'])
  deepEqual(rows[1]?.details, { actor: admin.id, limit: 20 })
})

test('everybody sees their own trace and nobody else’s', async () => {
  const { admin, street } = await office()
  equal((await admin.call('audit', 'mine', {})).rows.length, 3)
  equal((await (await street.staff('李例二', 'acceptor')).call('audit', 'mine', {})).rows.length, 0)
  const resident = await street.resident('周居五')
  await city.owner.query(`insert into journal (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor, actor_name) values (0, now(), gen_random_uuid(), 'photo.uploaded', '', 'photo', 'x', 'resident', $1, '周居五')`, [resident.id])
  deepEqual((await resident.call('audit', 'mine', {})).rows.map(({ title }) => title), ['上传照片'])
})

test('an export opens in a spreadsheet, runs nothing, and says when it was cut', async () => {
  const { street, auditor } = await office()
  await city.owner.query(`insert into journal (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor_name)
    select $1, now() - interval '1 hour', gen_random_uuid(), 'calendar.day-set', $2, 'calendar', 'x', 'staff', '=1+1' from generate_series(1, 10000)`, [street.code, street.area])
  const { csv, rows, isCut, fileName } = await auditor.call('audit', 'export', {})
  deepEqual([rows, isCut], [10_000, true])
  ok(csv.startsWith('\uFEFF时间,动作,动作代码,人员,'))
  ok(csv.includes(`设置上班或休息,calendar.day-set,'=1+1,`))
  equal(csv.trimEnd().split('\r\n').length, 10_001)
  ok(/^审计记录-\d{4}-\d\d-\d\d-\d{6}\.csv$/.test(fileName))
})

test('every journal name has its words', async () => {
  const { auditor } = await office()
  const { rows } = await auditor.call('audit', 'names', {})
  const known = new Map(rows.map(({ name, title }) => [name, title]))
  for (const module of modules) for (const [name, title] of Object.entries(module.words)) equal(known.get(name), title)
  equal(known.get('audit.list.looked'), '查看：审计记录')
})

test('the auditor sees how far the records of their sub-district are sealed', async () => {
  const { street, auditor } = await office()
  const [own] = await sealed(street)
  deepEqual((await auditor.call('audit', 'seals', {})).rows, [{ subdistrict: street.code, name: `第${street.code % 1000}街道`, batches: own!.batches, sealed: 3, lastAt: own!.last.toISOString() }])
})

const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

async function office() {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  for (const day of ['2026-03-07', '2026-03-08']) await admin.call('calendar', 'setDay', { day, kind: 'work', note: '' })
  await admin.call('calendar', 'clearDay', { day: '2026-03-07' })
  return { street, admin, auditor: await street.staff('孙审四', 'auditAdmin') }
}

/** Until transactions of the other databases of the run are over, nothing newer is finished. */
async function sealed(street: Subdistrict): Promise<{ batches: number, last: Date }[]> {
  for (let tries = 0; tries < 600; tries += 1) {
    await sealJournal({ around: city.server.around, log: city.server.log })
    const { rows } = await city.owner.query<{ batches: number, rows: number, last: Date }>('select count(*)::integer as batches, sum(cardinality(ids))::integer as rows, max(at) as last from journal_seal where subdistrict = $1', [street.code])
    if (rows[0]?.rows === 3) return rows
  }
  throw new Error('the journal does not get sealed')
}
