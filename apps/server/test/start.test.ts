import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { withClient } from '../src/postgres/connect.ts'
import { withRunning } from '../src/postgres/running.ts'
import { temporaryFolder } from '../src/postgres/story.fixture.ts'
import { freePort, run, start, type Home } from './program.ts'

/** What an operator is told when something is not as it must be: one sentence, nothing left running. */
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let home: Home
before(async () => {
  folder = await temporaryFolder()
  home = { data: join(folder.path, 'data'), port: await freePort() }
})
after(() => folder[Symbol.asyncDispose]())

async function told(env: Record<string, string>, ...words: string[]): Promise<string> {
  const { child, said, ended } = run({ ...home, env }, ...words)
  await ended
  equal(child.exitCode, 1, said())
  doesNotMatch(said(), /\n {4}at /)
  return said()
}

test('a wrong setting stops every command before it does anything', async () => {
  equal(await told({ PORT: 'abc' }), 'PORT 应为 0 到 65535 的整数，现在是「abc」。\n')
  equal(await told({ LINLI_ROLE: 'both' }, 'backup', 'there'), 'LINLI_ROLE 应为 all、api、worker 之一，现在是「both」。\n')
})

test('a data folder that is none is named', async () => {
  await writeFile(join(folder.path, 'file'), '')
  match(await told({ LINLI_DATA: join(folder.path, 'file') }), /^邻里正在启动…\n数据文件夹 .*file（LINLI_DATA）不能用：那里是一个文件，不是文件夹/)
  match(await told({ LINLI_DATA: join(folder.path, 'file', 'data') }), /路径中有一段是文件，不是文件夹/)
})

test('a data folder one may not write to is named', { skip: process.getuid?.() === 0 && 'root may write anywhere' }, async () => {
  await mkdir(join(folder.path, 'locked'))
  await chmod(join(folder.path, 'locked'), 0o500)
  match(await told({ LINLI_DATA: join(folder.path, 'locked') }), /没有写入的权限/)
})

test('a port that is taken is named, and the database is stopped again; later the setting that is forgotten opens no simulator', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  match(await told({ PORT: String((other.address() as AddressInfo).port) }), /邻里已停止。\n打不开 127\.0\.0\.1:\d+：端口已被占用/)
  other.close()

  const server = await start({ ...home, env: { LINLI_DEMO: 'on' } })
  match(server.said(), /数据库里不是演示数据，因此按 LINLI_DEMO=off 启动/)
  doesNotMatch(server.said(), /模拟服务 {2}|演示账号/)
  equal((await fetch(`http://127.0.0.1:${home.port}/simulator/sms`)).status, 404)
  const ways = await fetch(`http://127.0.0.1:${home.port}/api/identity/signInWays`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  deepEqual(await ways.json(), { oidc: null, code: false, wechat: false, demo: false })
  server.child.kill('SIGTERM')
  await server.ended
  await withRunning(join(home.data, 'postgres'), () => undefined, (owner) => withClient(owner, async (client) => equal((await client.query('select from area')).rowCount, 0)))
})
