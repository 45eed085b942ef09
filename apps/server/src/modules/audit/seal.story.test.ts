import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openCity, type City } from '../../../test/city.ts'
import { runAuditVerify } from '../../command/audit-verify.ts'
import { newId } from '../../kernel/id.ts'
import { transact } from '../../kernel/transaction.ts'
import { nobody } from '../../kernel/actor.ts'
import { sealRows } from './seal.ts'
import { sealJournal } from './seal-job.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('what nobody touched is found whole, and what is not sealed yet is counted', async () => {
  const chain = await sealedChain(3)
  deepEqual(await problems(chain), [])
  await write(chain, '写在封存之后')
  const { said, code } = await verify()
  equal(code, 0)
  match(said.at(-1)!, /没有发现改动；另有 1 条尚未封存/)
  await seal()
})

const falsified: Record<string, string> = {
  '内容': `details = '{"note": "改过"}'`,
  '人员': `actor_name = '另一个人'`,
  '时间': `at = at + interval '1 second'`,
  '动作': `name = 'event.closed'`,
  '辖区': `area = '/33/99/01/'`,
  '来源地址': `address = null`,
}
for (const [what, change] of Object.entries(falsified)) {
  test(`a row whose ${what} was changed is named`, async () => {
    const chain = await sealedChain(3)
    const [row] = await rowsOf(chain)
    await city.owner.query(`update journal set ${change} where id = $1`, [row!.id])
    deepEqual(await problems(chain), [`街道 ${chain} 第 1 批：记录 ${row!.id} 的内容被改动`])
    await putRight(chain)
  })
}

test('a removed row, an inserted one and one moved to another sub-district are named', async () => {
  const chain = await sealedChain(4)
  const [removed, moved, model] = await rowsOf(chain)
  const [inserted, other] = [newId(), chain + 1]
  await city.owner.query('delete from journal where id = $1', [removed!.id])
  await city.owner.query('update journal set subdistrict = $2 where id = $1', [moved!.id, other])
  await city.owner.query(`insert into journal select (jsonb_populate_record(journal, jsonb_build_object('id', $2::text))).* from journal where id = $1`, [model!.id, inserted])
  deepEqual((await problems(chain)).toSorted(), [
    `街道 ${chain} 第 1 批：记录 ${inserted} 是封存之后插入的`, `街道 ${chain} 第 1 批：记录 ${moved!.id} 不见了`, `街道 ${chain} 第 1 批：记录 ${removed!.id} 不见了`,
  ].toSorted())
  await putRight(chain)
  await putRight(other)
})

for (const [column, value] of Object.entries({ after: `'1/1/2020-01-01T00:00:00.000000Z/${newId()}'`, until: 'after', ids: 'ids[2:]', digests: 'overlay(digests placing decode(repeat(\'00\', 32), \'hex\') from 1)', previous: 'digests', seal: 'previous', at: `at - interval '1 day'`, area: `'/33/'` })) {
  test(`a batch whose ${column} was changed is named`, async () => {
    const chain = await sealedChain(2, 2, 2)
    await city.owner.query(`update journal_seal set ${column} = ${value} where subdistrict = $1 and no = 2`, [chain])
    deepEqual(await problems(chain), [`街道 ${chain} 第 2 批：封存本身被改动，这一批的记录无法核对`])
    await putRight(chain)
  })
}

test('batches that were removed are named, also the newest, and even when it was sealed again', async () => {
  const chain = await sealedChain(2, 2, 2, 2)
  await city.owner.query('delete from journal_seal where subdistrict = $1 and no in (2, 3)', [chain])
  deepEqual(await problems(chain), [`街道 ${chain} 第 2 批至第 3 批：封存不见了`])

  const rewritten = await sealedChain(2, 2)
  await city.owner.query('delete from journal_seal where subdistrict = $1 and no = 2', [rewritten])
  const lost = `街道 ${rewritten} 第 2 批：曾经封存，现在没有或不同；之后的封存可能被删除，或数据库恢复到了更早的时间`
  deepEqual(await problems(rewritten), [lost])
  await city.owner.query(`update journal set details = '{}' where subdistrict = $1`, [rewritten])
  await seal()
  deepEqual((await problems(rewritten)).filter((line) => !line.includes('内容被改动')), [lost])
  await putRight(chain)
  await putRight(rewritten)
})

test('batches that changed places are named', async () => {
  const chain = await sealedChain(2, 2, 2)
  await city.owner.query('update journal_seal set no = case no when 2 then -3 else -2 end where subdistrict = $1 and no > 1', [chain])
  await city.owner.query('update journal_seal set no = -no where subdistrict = $1 and no < 0', [chain])
  deepEqual((await problems(chain)).filter((line) => line.includes('封存本身被改动')).length, 2)
  await putRight(chain)
})

test('nobody without the key file can seal', async () => {
  const chain = await sealedChain(2)
  const forged = sealRows({ ...city.server.around.crypto, sign: (data, purpose) => createHmac('sha256', purpose).update(data).digest() }, { subdistrict: chain, last: undefined, rows: [{ place: '1/1/2026-01-01T00:00:00.000000Z/x', id: newId(), content: '[]' }], at: new Date() })
  await city.owner.query('update journal_seal set ids = $2, digests = $3, seal = $4 where subdistrict = $1', [chain, forged.ids, forged.digests, forged.seal])
  ok((await problems(chain)).includes(`街道 ${chain} 第 1 批：封存本身被改动，这一批的记录无法核对`))
  await putRight(chain)
})

test('while many write and two servers seal, nothing is lost and nothing is sealed twice', async () => {
  const chain = newChain()
  let writing = true
  const sealing = [seal, seal].map(async (run) => { while (writing) await run() })
  await Promise.all(Array.from({ length: 8 }, async (_, writer) => {
    for (let row = 0; row < 40; row += 1) await write(chain, `${writer}/${row}`, row % 5 === 0 ? 15 : 0)
  }))
  writing = false
  await Promise.all(sealing)
  await sealAll(chain)
  const { rows: [count] } = await city.owner.query<{ rows: number, sealed: number, once: number, batches: number }>(`
    select (select count(*) from journal where subdistrict = $1) as rows, count(id) as sealed, count(distinct id) as once, count(distinct no) as batches
    from journal_seal, unnest(ids) as id where subdistrict = $1`, [chain])
  deepEqual({ ...count, batches: 0 }, { rows: 320, sealed: 320, once: 320, batches: 0 })
  ok(count!.batches > 1)
  deepEqual(await problems(chain), [])
})

test('a row of a transaction that began first and ended last is not passed over', async () => {
  const chain = newChain()
  await write(chain, '先开始，后结束', 0, async () => {
    await write(chain, '后开始，先结束')
    await seal()
  })
  await sealAll(chain)
  deepEqual(await problems(chain), [])
})

test('in another cluster, where transactions are numbered anew, the chain goes on', async () => {
  const chain = await sealedChain(2)
  // Restored from a cluster that had come much further.
  await city.owner.query(`insert into journal (subdistrict, at, id, name, area, subject_kind, subject, actor_side, actor_name, tx) values ($1, now(), $2, 'event.reported', '/', 'event', 'x', 'staff', '王', '9000000000')`, [chain, newId()])
  await city.owner.query('update journal_era set cluster = 1')
  await city.owner.query('call journal_settle()')
  await city.owner.query('call journal_settle()')
  await write(chain, '恢复之后')
  await sealAll(chain)
  deepEqual(await problems(chain), [])
  deepEqual((await rowsOf(chain)).map(({ era }) => era), [1, 1, 1, 2])
})

let chains = 339901700
const newChain = () => (chains += 2)

async function sealedChain(...batches: number[]): Promise<number> {
  const chain = newChain()
  for (const count of batches) {
    for (let row = 0; row < count; row += 1) await write(chain, `第 ${row} 条`)
    await sealAll(chain)
  }
  return chain
}

/** One transaction of the server: a row, and whatever happens meanwhile. */
async function write(subdistrict: number, note: string, milliseconds = 0, meanwhile?: () => Promise<unknown>): Promise<void> {
  const actor = { ...nobody, side: 'staff' as const, id: newId(), name: '王小明', area: '/33/99/01/' }
  await transact(city.server.around, 'write', { actor, scope: { role: 'staff', person: actor.id, areas: ['/33/99/01/'] }, request: { id: 'r', address: '127.0.0.1', device: '' } }, async (ctx) => {
    ctx.record('event.reported', { kind: 'event', id: newId(), subdistrict, area: '/33/99/01/001/' }, { note })
    // Takes its number now and not when the journal is written.
    if (milliseconds > 0 || meanwhile) await ctx.db.selectNoFrom((select) => select.fn('pg_current_xact_id').as('tx')).execute()
    await wait(milliseconds)
    await meanwhile?.()
  })
}

const seal = () => sealJournal({ around: city.server.around, log: city.server.log })

/** Other databases of the run may have transactions open: until they end, nothing newer is finished. What is sealed at the end is one batch. */
async function sealAll(chain: number): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { rows: [left] } = await city.owner.query<{ rows: number, open: number }>(`select count(*)::integer as rows, (count(*) filter (where era = (select max(no) from journal_era) and tx >= pg_snapshot_xmin(pg_current_snapshot())))::integer as open
      from journal where subdistrict = $1 and id <> all (select unnest(ids) from journal_seal where subdistrict = $1)`, [chain])
    if (left!.rows === 0) return
    await (left!.open === 0 ? seal() : wait(50))
  }
  throw new Error('the journal does not get sealed')
}

async function verify(): Promise<{ code: number, said: string[] }> {
  const said: string[] = []
  return { code: await runAuditVerify(city.ownerSettings, city.server.config.data, (line) => said.push(line)), said }
}

/** What the check says about one chain. */
async function problems(chain: number): Promise<string[]> {
  const { code, said } = await verify()
  const found = said.filter((line) => line.startsWith(`街道 ${chain} `))
  equal(code, found.length === 0 ? 0 : 1)
  return found
}

const rowsOf = async (chain: number) => (await city.owner.query<{ id: string, era: number }>('select id, era from journal where subdistrict = $1 order by era, tx, at, id', [chain])).rows

/** Takes a falsified chain away altogether, so that the next story begins clean. */
async function putRight(chain: number): Promise<void> {
  await city.owner.query('delete from journal where subdistrict = $1', [chain])
  await city.owner.query('delete from journal_seal where subdistrict = $1', [chain])
  await city.server.around.files.keepNote('seals.json', '{}')
}
