import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { openCity, type City } from '../../../test/city.ts'
import { newId } from '../../kernel/id.ts'
import { deadQueue } from '../../kernel/job-state.ts'

let city: City
before(async () => { city = await openCity({ work: true, pace: { retryLimit: 1, retryDelay: 0, retryBackoff: false, lookSeconds: 0.5 } }) })
after(() => city.close())

const queue = 'system.forget-photos'

test('a job that fails every time is shown, done again when the cause is gone, and all of it stays on record', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const { id, file } = await unusedPhoto()
  const obstacle = inTheWay(file)
  await city.server.jobs.boss.send(queue, {})
  await until(async () => (await city.owner.query('select from pgboss.job where name = $1', [deadQueue])).rowCount === 1)
  const dead = (await admin.call('system', 'deadJobs', {})).rows[0]!
  deepEqual({ title: dead.title, tries: dead.tries, data: dead.data }, { title: '清理没有用上的照片', tries: 2, data: {} })
  match(dead.reason, /Cannot delete file/)
  equal((await admin.call('system', 'state', {})).queues.find(({ name }) => name === queue)?.dead, 1)
  // Whoever watches the platform from outside is told by the figures.
  match((await city.http.inject('/metrics')).body, /^linli_jobs_dead 1$/m)
  equal(await isKept(id), true)

  obstacle.remove()
  deepEqual(await admin.call('system', 'redrive', { queue, ids: [dead.id] }), { redriven: 1 })
  await until(async () => !(await isKept(id)))
  deepEqual((await admin.call('system', 'deadJobs', {})).rows, [])
  await rejects(admin.call('system', 'redrive', { queue, ids: [dead.id] }), { code: 'not-found' })
  const { rows } = await city.owner.query(`select name, actor_name, subject from journal where name in ('job.redriven', 'photo.forgotten') order by at, id`)
  deepEqual(rows, [{ name: 'job.redriven', actor_name: '王示一', subject: queue }, { name: 'photo.forgotten', actor_name: '系统', subject: 'unused' }])
})

test('a failed job about a neighbour’s place is neither shown nor touched, and one can be given up', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const [admin, other] = [await street.staff('王示一', 'systemAdmin'), await neighbour.staff('赵范三', 'systemAdmin')]
  const mine = await deadJob({ area: street.communities[0]!.area })
  deepEqual((await other.call('system', 'deadJobs', {})).rows, [])
  await rejects(other.call('system', 'discard', { queue, ids: [mine] }), { code: 'not-found' })
  await rejects(admin.call('system', 'discard', { queue: 'audit.seal', ids: [mine] }), { code: 'not-found' })
  deepEqual(await admin.call('system', 'discard', { queue, ids: [mine] }), { discarded: 1 })
  deepEqual((await admin.call('system', 'deadJobs', {})).rows, [])
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'job.discarded' and subdistrict = $1`, [street.code])
  deepEqual(rows, [{ actor_name: '王示一', details: { ids: [mine], count: 1 } }])
})

test('failed jobs come page by page, newest first', async () => {
  const admin = await (await city.subdistrict()).staff('王示一', 'systemAdmin')
  const ids = [await deadJob({}), await deadJob({}), await deadJob({})]
  const first = await admin.call('system', 'deadJobs', { limit: 2 })
  const second = await admin.call('system', 'deadJobs', { limit: 2, after: first.next! })
  deepEqual([...first.rows, ...second.rows].map(({ id }) => id).toSorted(), ids.toSorted())
  ok(first.rows[0]!.failedAt >= second.rows[0]!.failedAt)
  equal(second.next, null)
  await admin.call('system', 'discard', { queue, ids })
})

test('only administrators see how the system runs', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const state = await admin.call('system', 'state', {})
  match(state.database, /^PostgreSQL \d+\.\d+$/)
  ok(state.queues.some(({ title }) => title === '封存审计记录'))
  await rejects((await street.staff('李例二', 'acceptor')).call('system', 'state', {}), { code: 'may.not' })
})

test('photos in use, and those of today, are kept', async () => {
  const [old, used, fresh] = [await unusedPhoto(), await unusedPhoto(), await unusedPhoto(new Date())]
  await city.owner.query(`update photo set subject = $2, subject_kind = 'event' where id = $1`, [used.id, newId()])
  await city.server.jobs.boss.send(queue, {})
  await until(async () => !(await isKept(old.id)))
  deepEqual([await isKept(used.id), await isKept(fresh.id)], [true, true])
  await rejects(city.server.around.files.readPhoto(old.id, 'thumb'))
  ok((await city.server.around.files.readPhoto(used.id, 'thumb')).length > 0)
})

test('answers to repeated submissions are forgotten after two weeks', async () => {
  const days = 14 * 24 * 3_600_000
  for (const [key, age] of [['an-old-answer', days + 60_000], ['a-new-answer', days - 60_000]] as const) {
    await city.owner.query(`insert into answered (actor, key, endpoint, answer, at) values ($1, $2, 'event.report', '{}', $3)`, [newId(), key, new Date(Date.now() - age)])
  }
  await city.server.jobs.boss.send('system.forget-answers', {})
  const kept = () => city.owner.query<{ key: string }>('select key from answered').then(({ rows }) => rows.map(({ key }) => key))
  await until(async () => !(await kept()).includes('an-old-answer'))
  deepEqual(await kept(), ['a-new-answer'])
})

async function unusedPhoto(at = new Date('2026-01-01T00:00:00Z')): Promise<{ id: string, file: string }> {
  const id = newId()
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888' } }).jpeg().toBuffer()
  await city.server.around.files.keepPhoto(id, picture)
  await city.owner.query(`insert into photo (id, uploaded_by, uploader_name, kind, width, height, bytes, digest, at) values ($1, $2, '李例二', 'image/jpeg', 8, 8, 1, '', $3)`, [id, newId(), at])
  return { id, file: join(city.server.config.data, 'files', id.slice(-2), `${id}.full.jpg`) }
}

const isKept = async (id: string) => (await city.owner.query('select from photo where id = $1', [id])).rowCount === 1

/** A folder that stands where the photo's file stood cannot be deleted as a file. */
function inTheWay(file: string) {
  rmSync(file)
  mkdirSync(join(file, 'folder'), { recursive: true })
  return { remove: () => rmSync(file, { recursive: true }) }
}

/** As the job store leaves one that failed every try. */
async function deadJob(data: object): Promise<string> {
  const { rows } = await city.owner.query<{ id: string }>(`insert into pgboss.job (name, data, source_name, source_id, source_retry_count, source_output) values ($1, $2, $3, gen_random_uuid(), 1, '{"message": "没有回应"}') returning id`, [deadQueue, data, queue])
  return rows[0]!.id
}

async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (let tries = 0; tries < 600; tries += 1) {
    const seen = await look()
    if (seen) return seen
    await wait(50)
  }
  throw new Error('it does not happen')
}
