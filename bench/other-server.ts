import { fork } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../apps/server/src/config.ts'
import { openHttp } from '../apps/server/src/http/app.ts'
import { openLog } from '../apps/server/src/http/log.ts'
import { openServer } from '../apps/server/src/server.ts'
import manifest from '../package.json' with { type: 'json' }
import { noOutside, type City } from '../apps/server/test/city.ts'

/** As `npm start` starts it. */
const execArgv = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'))

/** A server in a process of its own on the city's database, so that its processor time and memory are its alone. */
export interface OtherServer { address: string, used(): Promise<Used>, close(): Promise<void> }
/** Milliseconds of processor time, and the most memory it ever held, in MB. */
export interface Used { cpu: number, memory: number }
type Parts = Pick<City, 'ownerSettings' | 'folder'> & { hasJobs: boolean }

export async function startOther({ ownerSettings, folder }: City, hasJobs: boolean): Promise<OtherServer> {
  const child = fork(fileURLToPath(import.meta.url), [JSON.stringify({ ownerSettings, folder, hasJobs } satisfies Parts)], { execArgv })
  const [port] = await Promise.race([once(child, 'message') as Promise<[number]>, once(child, 'exit').then(() => { throw new Error('the other server did not start') })])
  return {
    address: `http://127.0.0.1:${port}`,
    async used() {
      child.send('used')
      return (await once(child, 'message') as [Used])[0]
    },
    async close() {
      child.send('close')
      await once(child, 'exit')
    },
  }
}

async function serve({ ownerSettings, folder, hasJobs }: Parts): Promise<void> {
  const server = await openServer({ config: readConfig({ LINLI_DATA: folder, LINLI_LOG: 'silent' }), owner: ownerSettings, log: openLog('silent'), outside: noOutside })
  const http = await openHttp(server)
  if (hasJobs) await server.jobs.work(server.around, noOutside)
  await http.listen({ port: 0, host: '127.0.0.1' })
  const idle = process.cpuUsage()
  process.on('message', (asked) => {
    const { user, system } = process.cpuUsage(idle)
    if (asked === 'used') process.send!({ cpu: (user + system) / 1000, memory: process.resourceUsage().maxRSS / 1024 })
    else process.exit(0)
  })
  process.send!((http.server.address() as AddressInfo).port)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serve(JSON.parse(process.argv[2]!) as Parts)
