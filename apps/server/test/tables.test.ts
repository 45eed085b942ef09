import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { openAppRole } from '../src/start/app-role.ts'
import { migrate } from '../src/start/migrate.ts'
import { openCity, type City } from './city.ts'

/** What must hold for every table there is, also for those that come later. */
let city: City
let server: pg.Client
before(async () => {
  city = await openCity()
  server = new pg.Client(await openAppRole(city.ownerSettings, city.server.around.crypto))
  await server.connect()
})
after(async () => {
  await server.end()
  await city.close()
})

const roles = ['app', 'staff', 'unit', 'resident', 'gate']

/** Without row-level security, and why that is right. */
const unguarded: Record<string, string> = {
  migration: 'no role of the server is granted anything',
  journal_era: 'no role of the server is granted anything',
}

const listOf = async (text: string, values: unknown[] = []) => (await city.owner.query<{ name: string }>(text, values)).rows.map(({ name }) => name)

test('every table is guarded by row-level security or is named here with a reason', async () => {
  const open = await listOf(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity order by 1`)
  deepEqual(open, Object.keys(unguarded).toSorted())
})

test('what the list calls granted to nobody is granted to nobody', async () => {
  for (const [table, reason] of Object.entries(unguarded)) {
    if (!reason.startsWith('no role')) continue
    deepEqual(await listOf('select name from unnest($1::text[]) as name where has_table_privilege(name, $2, $3)', [roles, table, 'select, insert, update, delete']), [], table)
  }
})

test('the roles of the server own nothing and are nobody special', async () => {
  const owned = await listOf(`
    select relname as name from pg_class where relowner::regrole::text = any ($1) union all
    select proname from pg_proc where proowner::regrole::text = any ($1) union all
    select nspname from pg_namespace where nspowner::regrole::text = any ($1) union all
    select datname from pg_database where datdba::regrole::text = any ($1)`, [roles])
  deepEqual(owned, [])
  deepEqual(await listOf('select rolname as name from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)', [roles]), [])
  deepEqual(await listOf('select name from unnest($1::text[]) as name where has_schema_privilege(name, $2, $3)', [roles, 'public', 'create']), [])
})

test('no role of the server deletes rows or empties a table', async () => {
  deepEqual(await listOf(`
    select role || ' ' || relname as name from pg_class, unnest($1::text[]) as role
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege(role, pg_class.oid, 'delete, truncate')`, [roles]), [])
})

test('the journal and its seals cannot be changed by any role the server can take', async () => {
  const tables = await listOf(`select relname as name from pg_class where relname ~ '^journal' and relname <> 'journal_era' and relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`)
  equal(tables.length > 5, true)
  for (const role of roles) {
    for (const table of tables) {
      deepEqual(await listOf('select $2 as name where has_any_column_privilege($1, $2, $3) or has_table_privilege($1, $2, $4)', [role, table, 'update', 'delete, truncate, trigger']), [], role)
      for (const change of [`update ${table} set at = now()`, `delete from ${table}`, `truncate ${table}`]) await rejects(as(role, change), { code: '42501' }, `${role}: ${change}`)
    }
    for (const column of ['tx', 'era']) equal((await city.owner.query('select has_column_privilege($1, $2, $3, $4) as may', [role, 'journal', column, 'insert'])).rows[0].may, false)
  }
})

test('functions with the owner’s rights name where they look, and are not everybody’s', async () => {
  const functions = `select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`
  deepEqual(await listOf(`${functions} and not coalesce(proconfig @> array['search_path=public, pg_temp'], false)`), [])
  deepEqual(await listOf(`${functions} and exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) as held where held.grantee = 0)`), [])
})

test('on a connection that was used before, without an area nothing is seen', async () => {
  await filled()
  const shared = await listOf(`select distinct tablename as name from pg_policies where qual = 'true' and cmd = 'SELECT' and roles = '{public}'`)
  const guarded = await listOf(`select relname as name from pg_class where relrowsecurity and relkind in ('r', 'p') and relname <> all ($1) and has_table_privilege('staff', oid, 'select')`, [shared])
  equal(guarded.includes('event') && guarded.includes('journal') && guarded.includes('account'), true)
  await server.query(`begin; set local app.area = '/33/'; set local app.areas = '/33/99/,/33/98/'; set local app.person = '${person}'; set local app.unit = '${unit}'; set local role staff; commit`)
  for (const role of ['staff', 'unit', 'resident']) {
    for (const table of guarded) {
      if ((await city.owner.query('select has_table_privilege($1, $2, $3) as may', [role, table, 'select'])).rows[0].may !== true) continue
      equal((await as(role, `select from ${table}`)).rowCount, 0, `${role}: ${table}`)
    }
  }
})

test('at the gate only what signing in needs is to be had', async () => {
  deepEqual(await listOf(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege('gate', oid, 'select') order by 1`),
    ['account', 'area', 'code_entry', 'matter', 'matter_rule', 'office_day', 'office_hours', 'office_rule', 'phone_code', 'plan', 'role', 'session', 'step_limit', 'unit', 'whistle_rule'])
})

test('what points at a person has a key of its own and an index to be found by, so that it follows when two records are merged', async () => {
  const pointing = await listOf(`select tab || '.' || col as name from person_references() order by 1`)
  deepEqual(pointing.filter((name) => ['residency.person', 'transfer.person'].includes(name)), ['residency.person', 'transfer.person'])
  for (const name of pointing) {
    const [table, column] = name.split('.')
    deepEqual(await listOf(`select attname as name from pg_attribute where attrelid = to_regclass($1) and attname = 'id'`, [table]), ['id'], name)
    ok((await listOf(`select indexrelid::regclass::text as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[1] where i.indrelid = to_regclass($1) and a.attname = $2`, [table, column])).length > 0, name)
  }
})

test('at the gate nobody makes staff, moves anybody or gives a post', async () => {
  const values = `(id, side, name, area, created_at) values (gen_random_uuid(), 'staff', '王', '/', now())`
  for (const change of [`insert into account ${values}`, `update account set side = 'staff', area = '/'`, 'update account set is_enabled = true', 'insert into post (id) values (gen_random_uuid())', 'select from post']) {
    await rejects(as('gate', change), { code: '42501' }, change)
  }
})

const person = '00000000-0000-7000-8000-000000000001'
const unit = '00000000-0000-7000-8000-000000000002'

const insert = `insert into event (area, number, title, subdistrict, id, description, status, severity, source, matter, matter_name, area_name, place, last_step, last_by,
  handle_limit_amount, handle_limit_unit, reported_at, stage_no, stage_since, changed_at, reported_by, unit)`
const rest = `339901091, gen_random_uuid(), '', 'reported', 'normal', 'grid', '06036', '', '', '', 'report', '', 1, 'workingDay', now(), 1, now(), now()`

/** Rows at home, in the community next door, in the sub-district next door and at the sub-district itself. */
async function filled(): Promise<void> {
  const { rowCount } = await city.owner.query('select from event')
  if (rowCount !== 0) return
  const row = (area: string, title: string, reportedBy: string | null, handledBy: string | null) => city.owner.query(`${insert} select $1, $2, $2, ${rest}, $3::uuid, $4::uuid`, [area, title, reportedBy, handledBy])
  await row('/33/99/01/091/001/001/', 'home', person, unit)
  await row('/33/99/01/091/002/001/', 'next community', null, unit)
  await row('/33/99/01/091/', 'at the sub-district', person, null)
  await row('/33/99/01/092/001/001/', 'next sub-district', null, null)
  await city.owner.query(`insert into account (id, side, name, area, created_at) values ($1, 'staff', '王', '/33/99/01/091/001/', now())`, [person])
  await city.owner.query(`insert into journal (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor, actor_name) values (339901091, now(), gen_random_uuid(), 'event.reported', '/33/99/01/091/001/001/', 'event', 'x', 'staff', $1, '王')`, [person])
}

const seen: [string, Parameters<City['server']['around']['database']['transact']>[0], string[]][] = [
  ['staff of a community', { role: 'staff', areas: ['/33/99/01/091/001/'] }, ['home']],
  ['staff of a grid', { role: 'staff', areas: ['/33/99/01/091/001/001/'] }, ['home']],
  ['staff of the grid beside it', { role: 'staff', areas: ['/33/99/01/091/001/002/'] }, []],
  ['staff of two communities', { role: 'staff', areas: ['/33/99/01/091/001/', '/33/99/01/091/002/'] }, ['home', 'next community']],
  ['staff of one community here and one next door', { role: 'staff', areas: ['/33/99/01/091/002/', '/33/99/01/092/001/'] }, ['next community', 'next sub-district']],
  ['staff of the sub-district', { role: 'staff', areas: ['/33/99/01/091/'] }, ['at the sub-district', 'home', 'next community']],
  ['staff of the level above', { role: 'staff', areas: ['/33/99/01/'] }, ['at the sub-district', 'home', 'next community', 'next sub-district']],
  ['staff of everywhere', { role: 'staff', areas: ['/'] }, ['at the sub-district', 'home', 'next community', 'next sub-district']],
  ['staff without an area', { role: 'staff', areas: [], person }, []],
  ['the unit it was sent to', { role: 'unit', unit }, ['home', 'next community']],
  ['another unit', { role: 'unit', unit: person }, []],
  ['a unit without a name', { role: 'unit' }, []],
  ['the resident who reported', { role: 'resident', person }, ['at the sub-district', 'home']],
  ['another resident', { role: 'resident', person: unit }, []],
  ['a resident who claims an area', { role: 'resident', person: unit, areas: ['/'] }, []],
]
for (const [who, scope, titles] of seen) {
  test(`${who} sees exactly what is theirs`, async () => {
    await filled()
    const rows = await city.server.around.database.transact(scope, 'read', (db) => db.selectFrom('event').select('title').orderBy('title').execute())
    deepEqual(rows.map(({ title }) => title), titles)
  })
}

test('a transaction that could not begin leaves its connection fit for the next', async () => {
  const { database } = city.server.around
  await rejects(database.transact({ role: 'nobody' as 'gate' }, 'read', async () => undefined))
  deepEqual(await database.transact({ role: 'gate' }, 'read', (db) => db.selectFrom('phone_code').selectAll().where('tries', '<', 0).execute()), [])
})

test('nobody reads events at the gate', async () => {
  await rejects(city.server.around.database.transact({ role: 'gate' }, 'read', (db) => db.selectFrom('event').selectAll().execute()), { code: 'not-found' })
})

test('nobody writes into another area, or in another’s name', async () => {
  await filled()
  const write = (set: object) => city.server.around.database.transact({ role: 'staff', areas: ['/33/99/01/091/001/'], person }, 'write', (db) => db.updateTable('event').set(set).where('title', '=', 'home').execute())
  await rejects(write({ area: '/33/99/01/092/001/001/' }), { code: 'not-found' })
  const record = (actor: string) => city.server.around.database.transact({ role: 'staff', areas: ['/33/'], person }, 'write', (db) =>
    db.insertInto('journal').values({ subdistrict: 0, at: new Date(), id: actor, name: 'x.y', area: '/', subject_kind: 'x', subject: 'x', actor_side: 'staff', actor, actor_name: 'x' }).execute())
  await rejects(record(unit), { code: 'not-found' })
})

test('the range of an area is looked up in the index', async () => {
  await filled()
  await city.owner.query('drop index event_by_grams')
  await city.owner.query(`${insert} select format('/33/99/01/093/%s/%s/', lpad((n % 40)::text, 3, '0'), lpad((n % 7)::text, 3, '0')), n, n, ${rest}, null, null from generate_series(1, 20000) as n`)
  await city.owner.query('analyze event')
  const plan = await city.server.around.database.transact({ role: 'staff', areas: ['/33/99/01/093/007/'] }, 'read', async (db) =>
    (await db.selectFrom('event').select(['id', 'area']).where(sql<boolean>`area >= '/33/99/01/093/007/' and area < '/33/99/01/093/007/' || U&'\\FFFF'`).explain<{ 'QUERY PLAN': string }>()).map((line) => line['QUERY PLAN']).join('\n'))
  match(plan, /Index Cond: \(\(area >= .*\) AND \(area < /)
})

test('a text is taken apart into its pairs, each once, whether it is short or long', async () => {
  const apart = (text: string) => {
    const chars = Array.from(text.replace(/\s/g, '').toLowerCase())
    return [...new Set(chars.slice(1).map((second, at) => chars[at]! + second))].toSorted()
  }
  const texts = ['', ' ', '王', '王示一', '王 示一', 'Abab', '𠮷野𠮷野家', '一二三四五六七八九十甲乙', '一二三四五六七八九十甲乙丙', '路灯不亮了路灯不亮了路灯不亮了', 'a\\"{},b']
  for (const text of texts) {
    const { rows: [row] } = await city.owner.query<{ pairs: string[], keys: string[] }>('select bigrams($1) as pairs, tenant_keys(339901001, bigrams($1)) as keys', [text])
    equal(JSON.stringify(row!.pairs.toSorted()), JSON.stringify(apart(text)), text)
    equal(JSON.stringify(row!.keys), JSON.stringify(row!.pairs.map((pair) => `339901001:${pair}`)))
  }
})

test('migrations that were applied are not applied again, and one that was edited is refused', async () => {
  const shape = `select md5(string_agg(line, '' order by line)) as name from (
    select relname || ' ' || attname || ' ' || atttypid::regtype as line from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace = 'public'::regnamespace
    union all select polname || ' ' || polrelid::regclass from pg_policy union all select proname || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace) as lines`
  const said: string[] = []
  const asItWas = await listOf(shape)
  await Promise.all([migrate(city.ownerSettings, (line) => said.push(line)), migrate(city.ownerSettings, (line) => said.push(line))])
  deepEqual([said, await listOf(shape)], [[], asItWas])
  await city.owner.query(`update migration set hash = 'edited' where name like '0003%'`)
  await rejects(migrate(city.ownerSettings), /migration 0003_organisation\.sql was changed after it had been applied/)
})

/** One statement in one transaction of a role, on the connection the whole file shares. */
async function as(role: string, statement: string): Promise<pg.QueryResult> {
  await server.query(`begin; set local role ${role}`)
  try {
    return await server.query(statement)
  } finally {
    await server.query('rollback')
  }
}
