import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { baseKinds } from '@linli/contract'
import { readXlsx } from 'hucre/xlsx'
import { openCity, type City } from '../../../test/city.ts'
import { covers, shipped } from './index.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** Columns that never tell of people, wherever they stand: codes, states, areas, keys, and what the office says of its own work. */
const plain = new Set(['area', 'area_name', 'subdistrict', 'kind', 'status', 'label', 'code', 'item', 'version', 'sort', 'table', 'field', 'valid_from', 'valid_until', 'path', 'community', 'sources'])
/** Tables that hold nothing of people, and what they hold. */
const impersonal: Record<string, string> = {
  area: 'areas', code_entry: 'code tables', matter: 'matters', matter_rule: 'limits', step_limit: 'limits', whistle_rule: 'limits', office_rule: 'limits', office_day: 'days', office_hours: 'hours', duty_hours: 'hours', topic_mark: 'times', reception_day: 'figures', reception_entry_day: 'figures', reception_estimate: 'minutes', plan: 'what is drawn on the map', area_past: 'what was drawn on the map', mapping: 'files of maps', mapping_file: 'maps', zoning: 'borders', mapping_feature: 'what is drawn on the map',
  role: 'permissions', unit: 'units', risk_draft: 'rules', risk_version: 'rules', risk_count: 'figures', risk_mark: 'times', routing_draft: 'rules', routing_version: 'rules', own_field: 'the names of fields', tag: 'the names of tags', source_rank: 'the order of sources', ledger: 'definitions', logbook: 'definitions', intake_title: 'headers of files', intake_lane: 'figures', tally: 'figures', tally_mark: 'figures', measure_cell: 'figures', indicator: 'definitions', indicator_month: 'figures', bulletin: 'definitions', bulletin_issue: 'figures', measure_past: 'figures', measure_mark: 'figures', measure_touched: 'names of places',
  flaw: 'kinds of flaws', flaw_count: 'figures', flaw_mark: 'times', twin: 'what is alike, by kinds', twin_mark: 'times', twin_side: 'what is alike, by kinds', reminder: 'times', notice_read: 'keys', notice_read_all: 'keys', reply_mark: 'keys', knowledge_base: 'numbers', knowledge_matching: 'names of things', atlas_state: 'numbers',
  housing: 'a place; what is known of it is in the dictionary', journal_seal: 'digests', migration: 'migrations', journal_era: 'times', processing: 'the register', person: 'only by its fields',
}
/** What is found here again without being kept for its own sake, in tables that hold people. */
const known = new Set(['person.sources', 'person.standing'])

test('every column that may hold words is in the register, or never tells of people; a table is decided about before it is there', async () => {
  const { rows } = await city.owner.query<{ at: string, table: string, column: string, wordy: boolean }>(`
    select c.relname || '.' || attname as at, c.relname as table, attname as column, atttypid::regtype::text ~ '^(text|bytea|jsonb?|date|character)' as wordy
    from pg_attribute join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and attnum > 0 and not attisdropped`)
  assert.ok(rows.length > 500)
  const patterns = [...new Set(shipped.flatMap(({ columns }) => columns))]
  const isKnown = ({ at, table, column, wordy }: typeof rows[number]) => !wordy || plain.has(column) || known.has(at) || patterns.some((pattern) => covers(pattern, at))
    || (table !== 'person' && impersonal[table] !== undefined)
  assert.deepEqual(rows.filter((row) => !isKnown(row)).map(({ at }) => at), [])
  assert.deepEqual(patterns.filter((pattern) => !rows.some(({ at }) => covers(pattern, at))), [], 'in the register and in no table')
  assert.deepEqual(Object.keys(impersonal).filter((name) => !rows.some(({ table }) => table === name)), [], 'a table that is gone')
})

test('every field of the dictionary is in the register with purpose, basis and time, and no item twice', () => {
  const items = shipped.map(({ item }) => item)
  assert.equal(new Set(items).size, items.length)
  for (const [kind, { fields }] of Object.entries(baseKinds)) for (const { name, isSensitive } of fields) {
    const one = shipped.find(({ item }) => item === `${kind}.${name}`)
    // A building is nobody: what is known of it stays.
    assert.ok(one && one.purpose && one.basis && (kind === 'building' ? one.keepMonths === null : one.keepMonths! > 0), `${kind}.${name}`)
    if (isSensitive) assert.equal(one.isSensitive, true, name)
  }
})

test('every ground and every period names the article it rests on, or says plainly that the office is to say', () => {
  const isSaid = (words: string) => /第[一二三四五六七八九十百]+条/.test(words) || words.includes('由本单位确定')
  assert.deepEqual(shipped.filter(({ basis, keepWhy }) => !isSaid(basis) || !isSaid(keepWhy)).map(({ item, basis, keepWhy }) => `${item} ${basis} ${keepWhy}`), [])
  // A law that is named without an article says nothing: whoever reads it cannot look it up.
  const named = /([\u4e00-\u9fff]+(?:法|条例|办法))(?!第|律|定|规|的)(?=[；，、。]|$)/
  assert.deepEqual(shipped.filter(({ basis }) => named.test(basis)).map(({ item, basis }) => `${item} ${basis}`), [])
})

test('the administrator says how long a phone number is kept, in versions with reasons; who looks from an old one is told', async () => {
  const street = await city.subdistrict()
  const [admin, reader, worker] = await Promise.all([street.staff('系统管理员', 'systemAdmin'), street.staff('审计管理员', 'auditAdmin'), street.staff('社工', 'socialWorker', street.communities[0]!.area)])
  const at = async (who: typeof admin) => (await who.call('processing', 'list', {})).rows.find(({ item }) => item === 'person.phone')!
  const first = await at(worker)
  assert.deepEqual([first.version, first.label, first.keepMonths, first.ground, first.isSensitive, first.changedBy], [0, '联系电话', 12, 'duty', true, null])
  const { item, version, purpose, ground, basis, keepWhy, isSensitive, viewers, sharedWith } = first
  const said = { item, version, purpose, ground, basis, keepWhy, isSensitive, viewers, sharedWith, keepMonths: 6, reason: '上级要求缩短' }
  const changed = await admin.call('processing', 'change', said)
  assert.deepEqual([changed.version, changed.keepMonths, changed.changedBy, changed.reason], [1, 6, '系统管理员', '上级要求缩短'])
  await assert.rejects(admin.call('processing', 'change', said), { code: 'base.changed' })
  await assert.rejects(worker.call('processing', 'change', { ...said, version: 1 }), { code: 'may.not' })
  await assert.rejects(admin.call('processing', 'change', { ...said, item: 'person.horoscope' }), { code: 'not-found' })
  await assert.rejects(admin.call('processing', 'change', { ...said, version: 1, keepMonths: 0 }), { code: 'input.invalid' })
  assert.deepEqual((await at(worker)).keepMonths, 6)
  assert.deepEqual((await reader.call('processing', 'history', { item })).rows.map((row) => [row.version, row.keepMonths]), [[1, 6], [0, 12]])
  const { rows: [entry] } = await city.owner.query(`select actor_name, details from journal where name = 'processing.changed' and subdistrict = $1`, [street.code])
  assert.deepEqual([entry.actor_name, entry.details], ['系统管理员', { version: 1, reason: '上级要求缩短', keepMonths: 6 }])
  const next = await city.subdistrict()
  assert.equal((await at(await next.staff('隔壁管理员', 'systemAdmin'))).keepMonths, 12)
  // Above all offices: for each that has none of its own.
  const above = await next.staff('平台管理员', 'systemAdmin', '/')
  await above.call('processing', 'change', { ...said, item: 'person.nationality', ground: 'law', keepMonths: 24 })
  const nationality = async (who: typeof admin) => (await who.call('processing', 'list', {})).rows.find((row) => row.item === 'person.nationality')!
  assert.deepEqual([(await nationality(worker)).keepMonths, (await nationality(worker)).version], [24, 1])
  assert.equal((await admin.call('processing', 'change', { ...said, item: 'person.nationality', version: 1, keepMonths: 30 })).version, 2)
  assert.deepEqual([(await nationality(worker)).keepMonths, (await nationality(above)).keepMonths], [30, 24])
})

test('fields that an office added appear with their own purpose, and the whole register comes as a table', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('系统管理员', 'systemAdmin')
  await city.owner.query(`insert into own_field (subdistrict, area, kind, name, label, type, purpose, is_sensitive, created_at) values ($1, $2, 'person', 'x_blood', '血型', 'text', '独居老人急救', true, now())`, [street.code, street.area])
  const { rows } = await admin.call('processing', 'list', {})
  const own = rows.find(({ item }) => item === 'person.x_blood')!
  assert.deepEqual([own.isOwn, own.label, own.purpose, own.isSensitive, own.part], [true, '血型', '独居老人急救', true, '自定义'])
  const { xlsx, fileName, rows: count } = await admin.call('processing', 'export', {})
  assert.match(fileName, /^个人信息处理登记-\d{4}-\d\d-\d\d\.xlsx$/)
  const lines = (await readXlsx(Buffer.from(xlsx, 'base64'))).sheets[0]!.rows
  assert.deepEqual([lines.length, lines[0]!.slice(0, 4)], [count + 1, ['类别', '部分', '项目', '处理目的']])
  assert.ok(lines.some((line) => line[2] === '血型' && line[6] === '1 年'))
})
