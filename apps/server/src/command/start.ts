import { once } from 'node:events'
import { showDemoAccounts } from '../../demo/routes.ts'
import type { Config } from '../config.ts'
import { openHttp } from '../http/app.ts'
import { openLog } from '../http/log.ts'
import { openSignOn } from '../http/oidc.ts'
import { showMessages } from '../http/simulated-messages.ts'
import { openServer, type Server } from '../server.ts'
import { countLive } from '../start/count-live.ts'
import { openOwnDatabase, type OwnDatabase } from '../start/database.ts'
import { fill, withoutFalseDemo } from '../start/fill.ts'
import { migrate } from '../start/migrate.ts'
import { openOutside } from '../outside/open.ts'
import { greet } from '../start/greeting.ts'
import { prepareDataFolder } from '../start/data-folder.ts'
import { buildScreens } from '../start/screens.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Database → migrations → first contents → jobs and HTTP on one port; runs until it is told to stop. */
export async function start(wanted: Config): Promise<number> {
  say('邻里正在启动…')
  prepareDataFolder(wanted.data)
  const log = openLog(wanted.logLevel)
  const database = await openOwnDatabase(wanted, say)
  const closing: (() => Promise<unknown>)[] = [() => database.stop()]
  try {
    const screens = wanted.role === 'worker' || !wanted.buildsScreens ? undefined : settled(buildScreens(say))
    await migrate(database.owner, say)
    const config = await withoutFalseDemo(wanted, database.owner, say)
    const outside = await openOutside(config)
    closing.unshift(() => outside.close())
    const server = await openServer({ config: { ...config, tianditu: outside.tianditu }, owner: database.owner, log, outside: outside.outside, simulators: outside.simulators, extraRoutes: [openSignOn, showMessages] })
    closing.unshift(() => server.close())
    const filled = await fill(database.owner, server, say)
    const wrong = await screens
    if (wrong) throw wrong
    if (config.role !== 'api') {
      await server.jobs.work(server.around, server.outside)
      closing.unshift(countLive(server))
    }
    if (config.role !== 'worker') closing.unshift(await listen({ ...server, extraRoutes: [...server.extraRoutes, showDemoAccounts(filled.accounts)] }))
    greet(config, outside.simulators, filled, say)
    return await untilStopped(database)
  } finally {
    for (const close of closing) await close()
    say('邻里已停止。')
  }
}

/** What went wrong, if anything did: looked at when everything else that runs beside it is ready. */
const settled = (work: Promise<void>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error)

async function listen(server: Server): Promise<() => Promise<unknown>> {
  const http = await openHttp(server)
  const { port, host } = server.config
  await http.listen({ port, host }).catch((error: NodeJS.ErrnoException) => { throw new Error(`打不开 ${host}:${port}：${reasons[error.code ?? ''] ?? '系统不允许'}（${error.message}）。`, { cause: error }) })
  return () => http.close()
}

const reasons: Record<string, string> = {
  EADDRINUSE: '端口已被占用，请停止占用它的程序，或用 PORT 换一个端口',
  EACCES: '没有使用这个端口的权限，请用 PORT 换一个 1024 以上的端口',
  EADDRNOTAVAIL: '本机没有这个地址，请检查 LINLI_HOST',
  ENOTFOUND: '没有这个主机名，请检查 LINLI_HOST',
}

/** Ctrl-C and SIGTERM end it in order; a database that went away by itself is an error for whoever restarts us. */
async function untilStopped({ ended }: OwnDatabase): Promise<number> {
  const signal = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => 0)
  const lost = ended?.then((unasked) => (unasked ? 1 : 0))
  const code = await (lost ? Promise.race([signal, lost]) : signal)
  say(code === 0 ? '正在停止…' : '数据库意外停止，平台随之停止，请查看日志后重新启动。')
  return code
}
