import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayOf } from '@linli/standards'
import { openCity, type City } from '../test/city.ts'
import { visitor } from '../test/visitor.ts'
import { demoPassword, demoPosts, demoResidentPhone } from './account-list.ts'
import { isEmpty, listDemoAccounts, makeDemo } from './index.ts'

let city: City
let indexes: unknown[]
const lines: string[] = []
const make = () => makeDemo({ owner: city.ownerSettings, crypto: city.server.around.crypto, files: city.server.around.files, now: new Date(), log: (line) => void lines.push(line), count: 900 })
const ask = async (text: string) => (await city.owner.query(text)).rows
const listIndexes = () => ask(`select indexrelid::regclass::text as name, indisvalid, pg_get_indexdef(indexrelid) as definition from pg_index where indrelid::regclass::text in ('event', 'event_stage', 'journal', 'housing', 'person', 'household', 'residency', 'revision', 'enterprise', 'relation', 'thing', 'claim') order by 1`)
const listKeys = () => ask(`select conname, convalidated, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and conrelid in ('event_stage'::regclass, 'household'::regclass, 'residency'::regclass, 'enterprise'::regclass, 'relation'::regclass, 'thing'::regclass) order by 1`)

before(async () => {
  city = await openCity()
  indexes = [await listIndexes(), await listKeys()]
  assert.equal(await isEmpty(city.ownerSettings), true)
  assert.deepEqual(await listDemoAccounts(city.ownerSettings), [])
  await make()
})
after(() => city.close())

test('what is there is left alone', async () => {
  assert.equal(await isEmpty(city.ownerSettings), false)
  const [{ count }] = await ask('select count(*) from event')
  await make()
  assert.deepEqual(await ask('select count(*) from event'), [{ count }])
  assert.equal(lines.length, 2)
})

test('the tables have the indexes and keys they had, on every month of the journal too', async () => {
  assert.deepEqual([await listIndexes(), await listKeys()], indexes)
  assert.deepEqual(await ask(`select inhrelid::regclass::text as month from pg_inherits where inhparent = 'journal'::regclass
    and (select count(*) from pg_index where indrelid = inhrelid and indisvalid) <> (select count(*) from pg_index where indrelid = inhparent)`), [])
})

test('an event, its stages and its journal say the same', async () => {
  const wrong = (words: string, text: string) => ask(text).then((rows) => assert.deepEqual(rows, [], words))
  await wrong('first sent', `select id from event left join lateral (select details from journal where journal.subdistrict = event.subdistrict and subject = event.id::text and name = 'event.dispatched' order by at, id limit 1) as sent on true
    where first_unit is distinct from (sent.details ->> 'unit')::uuid or first_as_suggested is distinct from (sent.details ->> 'isSuggested')::boolean or (first_sent_at is null) <> (first_unit is null)`)
  await wrong('the present stage', `select event.number from event join event_stage stage on stage.event = event.id and stage.no = event.stage_no
    where (event.status, event.stage_since, event.due_at) is distinct from (stage.status, stage.since, stage.due_at) or stage.until is not null`)
  await wrong('stages one after the other', `select one.event from event_stage one left join event_stage next on next.event = one.event and next.no = one.no + 1 where one.until is distinct from next.since`)
  await wrong('as many stages as counted', 'select number from event where stage_no <> (select count(*) from event_stage where event_stage.event = event.id)')
  await wrong('overdue where a stage was', 'select number from event where is_overdue <> exists (select from event_stage where event_stage.event = event.id and overdue_minutes > 0)')
  await wrong('the last step is the last in the journal', `select number from event join lateral (select at, details from journal where subject = event.id::text and details ? 'to' order by at desc, id desc limit 1) last on true
    where last.at <> event.changed_at or last.details ->> 'to' <> event.status`)
  await wrong('photos counted', 'select number from event where photo_count <> (select count(*) from photo where subject = event.id)')
  await wrong('units are those of the office', 'select number from event where unit is not null and not exists (select from unit where unit.id = event.unit and unit.name = event.unit_name)')
  await wrong('in its area', `select number from event where not exists (select from area where area.path = event.area)`)
})

test('the knowledge base tells the starter set, to be checked, and hides what has ended or is being written', async () => {
  const [{ told, unchecked, ended, open, wrong }] = await ask(`select count(*) filter (where r.status = 'published')::int as told, count(*) filter (where r.status = 'published' and is_unchecked)::int as unchecked, count(*) filter (where r.status = 'expired')::int as ended,
    count(*) filter (where k.open_status is not null)::int as open, count(*) filter (where r.status = 'published' and r.valid_to < current_date)::int as wrong from knowledge k join knowledge_revision r on r.knowledge = k.id and r.no = k.shown`)
  assert.deepEqual([told + ended, told - unchecked, ended > 3, open, wrong], [322, 2, true, 2, 0])
  assert.deepEqual(await ask('select distinct r.matter from knowledge_revision r where r.matter is not null and not exists (select from matter where matter.code = r.matter)'), [])
})

test('contacts are sealed like real ones', async () => {
  const [{ reporter_phone: sealed, reporter_phone_masked: masked }] = await ask(`select reporter_phone, reporter_phone_masked from event where source = 'hotline' limit 1`)
  assert.match(city.server.around.crypto.decrypt(sealed, 'event.reporter_phone'), /^1390000\d{4}$/)
  assert.match(masked, /^139\*{4}\d{4}$/)
})

test('every post signs in with the printed password and finds work', async () => {
  const accounts = await listDemoAccounts(city.ownerSettings)
  assert.deepEqual(accounts.map(({ signInName, post }) => [signInName, post]), demoPosts)
  for (const [name, least] of [['shouli', 3], ['zhibanzhang', 3], ['paiqian', 2], ['zhifa', 1]] as const) {
    const person = visitor(city.http)
    const { me } = await person.call('identity', 'signIn', { name, password: demoPassword })
    assert.equal(me.mustChangePassword, false)
    const { groups } = await person.call('desk', 'today', {})
    assert.ok(groups.reduce((sum, { count }) => sum + count, 0) >= least, name)
  }
})

test('somebody opens an event with a photo and reads what happened', async () => {
  const leader = visitor(city.http)
  await leader.call('identity', 'signIn', { name: 'lingdao', password: demoPassword })
  const { rows } = await leader.call('event', 'list', { limit: 100 })
  const row = rows.find(({ photoCount }) => photoCount > 0)!
  const event = await leader.call('event', 'get', { id: row.id })
  assert.equal(event.photos.length, row.photoCount)
  assert.ok((await city.server.around.files.readPhoto(event.photos[0]!.id, 'thumb')).length > 1000)
  const { rows: trace } = await leader.call('event', 'trace', { id: row.id })
  assert.ok(['event.reported', 'event.self-handled'].includes(trace[0]!.step))
  assert.ok(trace[0]!.photos.length > 0)
})

test('the shown resident has a phone to sign in with and events in every state', async () => {
  const { rows } = await city.owner.query('select event.status from account join event on event.reported_by = account.id where phone_index = $1', [city.server.around.crypto.index(demoResidentPhone, 'account.phone')])
  const states = new Set(rows.map(({ status }) => status))
  for (const status of ['reported', 'needInfo', 'handling', 'checked', 'closed']) assert.ok(states.has(status), status)
})

test('governance items stand in several states, each with its events and what happened', async () => {
  const rows = await ask(`select status, (select count(*)::integer from governance_event link where link.governance = governance.id) as events, (select count(*)::integer from journal where subject = governance.id::text and subject_kind = 'governance') as steps from governance`)
  assert.ok(rows.length >= 2, `${rows.length}`)
  for (const row of rows) assert.ok(row.events >= 1 && row.steps >= 1, JSON.stringify(row))
  assert.deepEqual(await ask(`select id from governance where (unit is null) <> (status = 'founded') or (done_at is null) <> (status in ('founded', 'planned', 'underWay')) or (before_count is null) <> (status <> 'closed')`), [])
})

test('rules of risk hold, and warnings were seen to, mistaken, and wait', async () => {
  assert.deepEqual((await ask('select distinct state from risk_warning order by 1')).map(({ state }) => state), ['disposed', 'mistaken', 'open'])
  assert.deepEqual(await ask(`select id from risk_warning where not exists (select from risk_version, jsonb_array_elements(risk_version.rules) as rule where rule ->> 'id' = any (risk_warning.rules::text[])) or raised_at > now() or closed_at > now()`), [])
  assert.deepEqual(await ask(`select person.id from journal join person on person.id::text = journal.subject where journal.name = 'person.confirmed' and person.checked_at < journal.at`), [])
})

test('reports of each rhythm came out: some are signed and stand as they were, others wait', async () => {
  assert.deepEqual((await ask('select rhythm, array_agg(distinct status order by status) as standings from bulletin_issue group by rhythm order by rhythm')).map(({ rhythm, standings }) => [rhythm, standings]), [['day', ['draft', 'review', 'signed']], ['month', ['signed']], ['week', ['approved', 'signed']]])
  const leader = visitor(city.http)
  await leader.call('identity', 'signIn', { name: 'lingdao', password: demoPassword })
  const { rows } = await leader.call('bulletin', 'issues', { status: 'signed' })
  for (const { id } of rows) {
    const { digest, content } = await leader.call('bulletin', 'issue', { id })
    assert.equal((await leader.call('bulletin', 'verify', { digest: digest! })).isWhole, true)
    assert.ok(content.parts.some((part) => part.kind === 'table' && part.rows.length === 18))
  }
  assert.deepEqual(await ask(`select id from bulletin_issue where made_at > now() or signed_at > now() or submitted_at > now()`), [])
})

test('every community has its people and ground', async () => {
  const [{ places, people, km2 }] = await ask('select count(*)::integer as places, sum(people)::integer as people, sum(km2) as km2 from area_fact')
  assert.deepEqual([places, people, km2 > 2 && km2 < 20], [17, 112_000, true], `${km2} km²`)
})

test('the office has rules that spoke, a draft to try out, usual words, and whistles in every state', async () => {
  const wrong = (words: string, text: string) => ask(text).then((rows) => assert.deepEqual(rows, [], words))
  await wrong('a person is of the unit', 'select number from event where person is not null and not exists (select from account where account.id = event.person and account.unit = event.unit and account.name = event.person_name)')
  await wrong('the rule that spoke is one of the version', `select number from event where routed_rule is not null and not exists (select from routing_version where no = routed_version and rules -> (routed_no - 1) ->> 'id' = routed_rule::text)`)
  await wrong('the lead is one of the called', 'select title from whistle where not exists (select from whistle_call where whistle_call.whistle = whistle.id and is_lead and unit = any (units))')
  await wrong('the trace ends as it stands', `select title from whistle join lateral (select at from journal where subject = whistle.id::text order by at desc, id desc limit 1) last on true where last.at <> whistle.changed_at or last.at > now()`)
  assert.deepEqual((await ask('select distinct status from whistle order by 1')).map(({ status }) => status), ['blown', 'ended', 'rated', 'withdrawn'])
  const dispatcher = visitor(city.http)
  await dispatcher.call('identity', 'signIn', { name: 'paiqian', password: demoPassword })
  const day = (days: number) => addDays(dayOf(new Date()), -days)
  const { rules } = await dispatcher.call('routing', 'accuracy', { from: day(29), until: day(0) })
  assert.ok(rules.some(({ rule, sent }) => rule !== null && sent > 0))
  const admin = visitor(city.http)
  await admin.call('identity', 'signIn', { name: 'xitong', password: demoPassword })
  const tried = await admin.call('routing', 'tryOut', {})
  assert.ok((await admin.call('routing', 'draft', {})).isOpen && tried.looked > 0)
  for (const { id } of (await dispatcher.call('whistle', 'list', {})).rows) assert.ok((await dispatcher.call('whistle', 'get', { id })).calls.length > 1)
  assert.ok((await dispatcher.call('reply', 'offer', { steps: ['dispatch'], matter: '06010' })).rows.length > 1)
})

test('while some is handled somebody is asked, and one-time links wait, are late, were answered and were taken back', async () => {
  const [{ asked }] = await ask(`select count(*)::integer as asked from event where status = 'needDetail' and due_at > now()`)
  assert.ok(asked >= 2, `${asked}`)
  const wrong = (words: string, text: string) => ask(text).then((rows) => assert.deepEqual(rows, [], words))
  await wrong('whoever is asked has an open link', `select number from event where status in ('needInfo', 'needDetail') and not exists (select from link where link.event = event.id and kind = 'ask' and link.stage_no = event.stage_no and used_at is null and withdrawn_at is null)`)
  await wrong('an answered question is the answer of the event', `select link.id from link join event_stage stage on stage.event = link.event and stage.no = link.stage_no where kind = 'ask' and used_at is not null and (stage.until is distinct from passed_at or stage.ended_by <> '链接答复')`)
  await wrong('what was handed out is told on the timeline', `select id from link where kind = 'forward' and not exists (select from journal where subject = link.event::text and name = 'event.forwarded' and details ->> 'unitName' = link.name and at = made_at)`)
  await wrong('nothing lies ahead', `select id from link where greatest(made_at, sent_at, used_at, withdrawn_at, passed_at) > now()`)
  const dispatcher = visitor(city.http)
  await dispatcher.call('identity', 'signIn', { name: 'paiqian', password: demoPassword })
  const links = []
  for (const { event } of await ask(`select distinct event from link where kind = 'forward'`)) links.push(...(await dispatcher.call('link', 'list', { event: String(event) })).rows)
  for (const state of ['open', 'used', 'withdrawn'] as const) assert.ok(links.some((one) => one.kind === 'forward' && one.state === state), state)
  assert.ok(links.some(({ isOverdue }) => isOverdue))
  // One that waits is shown to whoever wants to see the page of its holder.
  const { address } = await dispatcher.call('link', 'address', { id: links.find(({ kind, state }) => kind === 'forward' && state === 'open')!.id })
  assert.equal((await visitor(city.http).call('link', 'open', { token: address.split('/l/')[1]! })).page?.forward?.name, links.find(({ kind, state }) => kind === 'forward' && state === 'open')!.name)
})

test('a person, where they live and what is remembered of them say the same', async () => {
  const wrong = (words: string, text: string) => ask(text).then((rows) => assert.deepEqual(rows, [], words))
  await wrong('one main residency', `select person.id from person where (select count(*) from residency where residency.person = person.id and is_main and is_last and until is null) <> 1`)
  await wrong('where they mainly live', `select person.id from person join residency on residency.person = person.id and is_main join housing on housing.id = residency.housing
    where (person.area, person.address) <> (residency.area, housing.address) or (residency.area, residency.place) <> (housing.area, housing.place)`)
  await wrong('the household they are in', `select residency.id from residency left join household on household.subdistrict = residency.subdistrict and household.id = residency.household
    where residency.household is not null and (residency.area, residency.place, residency.housing) is distinct from (household.area, household.place, household.housing)`)
  await wrong('a head who lives there', 'select id from household where not exists (select from residency where residency.subdistrict = household.subdistrict and residency.household = household.id and residency.person = household.head)')
  await wrong('a building of the town', `select id from housing where not exists (select from area where area.path = housing.area and kind = 'building')`)
  await wrong('as many revisions as counted', 'select id from person where revision <> 1 + (select count(*) from revision where record = person.id)')
  await wrong('since they were born', 'select residency.id from residency join person on person.id = residency.person where since < birth')
  assert.deepEqual(await ask('select (select count(*)::integer from person) as people, (select count(*)::integer from housing) as housing'), [{ people: 112_000, housing: 48_500 }])
})

test('a social worker finds who lives in the community, and nobody of the next one', async () => {
  const worker = visitor(city.http)
  await worker.call('identity', 'signIn', { name: 'shegong001', password: demoPassword })
  const { rows: [somebody] } = await worker.call('person', 'list', { groups: ['11'], limit: 10 })
  const person = await worker.call('person', 'get', { id: somebody!.id })
  assert.match(String(person.values.disabilityCard), /^＊+$/)
  assert.match(String(person.number), /^339\*{11}/)
  const { value } = await worker.call('person', 'reveal', { id: person.id, field: 'certificateNumber', purpose: '核对残疾证' })
  assert.deepEqual((await worker.call('find', 'all', { text: value })).people.map(({ id }) => id), [person.id])
  const { rows: units } = await worker.call('housing', 'chart', { building: person.area })
  assert.ok(units.some(({ people }) => people > 0) && units.length > 10)
  const [{ id: stranger }] = await ask(`select person as id from residency where area like '/33/99/01/008/002/%' group by person having count(*) = 1 limit 1`)
  await assert.rejects(worker.call('person', 'get', { id: stranger }), { code: 'not-found' })
})

test('a number told at a visit stands in the history, with the one before it masked', async () => {
  const [{ record, area }] = await ask(`select record, substring(area from '^(?:/[^/]+){5}/') as area from revision where kind = 'person' and area like '/33/99/01/008/001/%' limit 1`)
  const worker = visitor(city.http)
  await worker.call('identity', 'signIn', { name: 'shuji01', password: demoPassword })
  const { rows } = await worker.call('person', 'history', { id: record })
  assert.deepEqual(rows.map(({ source, fields }) => [source, fields.map(({ name }) => name)]), [['visit', ['phone']]], area)
  assert.match(String(rows[0]!.fields[0]!.before), /^1\d{2}\*{4}\d{4}$/)
})

test('entries of logbooks are in the columns of their logbook, about records that are there, and in the ledgers that ship', async () => {
  const wrong = (words: string, text: string) => ask(text).then((rows) => assert.deepEqual(rows, [], words))
  await wrong('columns of the logbook', `select entry.id, key from logbook_entry entry join logbook on logbook.subdistrict = entry.subdistrict and logbook.id = entry.logbook cross join lateral jsonb_object_keys(facts) as key
    where not exists (select from jsonb_array_elements(logbook.columns) as one where one ->> 'name' = key)`)
  await wrong('records that are there', `select id from logbook_entry where record is not null and not exists (select from enterprise where id = record and name = subject) and not exists (select from thing where id = record and name = subject)`)
  await wrong('nothing lies ahead', 'select id from logbook_entry where created_at > now() or day > current_date')
  const worker = visitor(city.http)
  await worker.call('identity', 'signIn', { name: 'shegong001', password: demoPassword })
  const ledgers = (await worker.call('ledger', 'list', { base: 'entry', limit: 50 })).rows
  const counted = await Promise.all(ledgers.filter(({ name }) => /消防检查|垃圾分类督导|活动|防汛/.test(name)).map(async ({ id }) => (await worker.call('ledger', 'count', { id })).total))
  assert.deepEqual(counted.toSorted((one, other) => one - other), [5, 12, 14, 16])
})

test('enterprises, things, relations, tags and what waits to be decided stand as the product keeps them', async () => {
  const wrong = (words: string, text: string) => ask(text).then((rows) => assert.deepEqual(rows, [], words))
  await wrong('the unit they are in', `select enterprise.id from enterprise left join housing on housing.subdistrict = enterprise.subdistrict and housing.id = enterprise.housing
    where enterprise.housing is not null and (enterprise.area, enterprise.place, enterprise.address) is distinct from (housing.area, housing.place, housing.address)`)
  await wrong('a building of the town', `select id from enterprise where not exists (select from area where path = enterprise.area and kind = 'building') union all select id from thing where not exists (select from area where path = thing.area and kind = 'building')`)
  await wrong('a tag that is there', 'select tag from (select unnest(tags) as tag from person union select unnest(tags) from enterprise) as given where tag not in (select name from tag)')
  assert.deepEqual(await ask('select (select count(*)::integer from enterprise) as enterprises, (select count(*)::integer from enterprise where facts ? \'smallPlace\') as small'), [{ enterprises: 6904, small: 2700 }])
  const worker = visitor(city.http)
  await worker.call('identity', 'signIn', { name: 'shegong001', password: demoPassword })
  const { rows: [shop] } = await worker.call('enterprise', 'list', { sort: '02', limit: 100 })
  const known = await worker.call('enterprise', 'get', { id: shop!.id })
  assert.match(known.name, /示例/)
  assert.deepEqual((await worker.call('find', 'all', { text: shop!.creditCode ?? shop!.name })).enterprises.map(({ id }) => id), [shop!.id])
  const [{ enterprise, phone }] = await ask(`select id as enterprise, phone_masked as phone from enterprise where area like '/33/99/01/008/001/%' and sort = '01' and phone_masked is not null limit 1`)
  assert.match(String(phone), /^1\d{2}\*{4}\d{4}$/)
  const { values } = await worker.call('enterprise', 'get', { id: enterprise })
  const field = ['phone', 'managerPhone', 'safetyOfficerPhone', 'legalPersonPhone'].find((name) => values[name])!
  const { value } = await worker.call('enterprise', 'reveal', { id: enterprise, field, purpose: '安全检查' })
  assert.ok((await worker.call('find', 'all', { text: value })).enterprises.some(({ id }) => id === enterprise))
  const waiting = (await worker.call('claim', 'list', {})).rows
  assert.deepEqual([...new Set(waiting.map(({ field: one }) => one))].toSorted(), ['education', 'phone', 'workplace'])
  await worker.call('claim', 'decide', { id: waiting.find(({ field: one }) => one === 'phone')!.id, isAccepted: true })
  const [{ housing }] = await ask(`select housing from relation where kind = 'landlord' and area like '/33/99/01/008/001/%' limit 1`)
  assert.deepEqual((await worker.call('relation', 'list', { housing })).rows.map(({ kind }) => kind), ['landlord'])
  assert.ok((await worker.call('find', 'all', { text: '志愿者' })).people.length > 0)
  const { rows: [someone] } = await worker.call('household', 'list', { limit: 10 })
  assert.ok((await worker.call('household', 'get', { id: someone!.id })).members.length > 0)
})
