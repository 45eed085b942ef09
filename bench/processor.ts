import { readdirSync, readFileSync } from 'node:fs'
import type { ClientBase } from 'pg'

/** Ticks of a process and, second, of those of its children that have ended (proc(5), USER_HZ is 100 on Linux). */
function statOf(pid: string | number): { parent: number, ms: number, ended: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ').map(Number)
    const [user, system, childUser, childSystem] = rest.slice(9, 13) as [number, number, number, number]
    return { parent: parent!, ms: (user + system) * 10, ended: (childUser + childSystem) * 10 }
  } catch {
    return undefined
  }
}

/** Milliseconds of processor time that the PostgreSQL behind this connection has used, all its processes together; 0 where there is no /proc. */
export async function postgresTime(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const main = statOf(rows[0]!.pid)?.parent
  const own = main === undefined ? undefined : statOf(main)
  if (main === undefined || !own) return 0
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => statOf(pid) ?? []).filter(({ parent }) => parent === main)
  return children.reduce((sum, { ms }) => sum + ms, own.ms + own.ended)
}
