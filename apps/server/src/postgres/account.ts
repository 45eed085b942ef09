import { readFile, stat } from 'node:fs/promises'

/** The operating-system account PostgreSQL runs under; undefined means our own. */
export type Account = { uid: number, gid: number, name: string } | undefined

/**
 * PostgreSQL refuses to run as root. When we are root it runs under the account that already owns the cluster,
 * else `postgres`, else `nobody`.
 */
export async function findAccount(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = await readAccounts()
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid, name: accounts.find(({ uid }) => uid === owner.uid)?.name ?? String(owner.uid) }
  }
  const found = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody')
  if (!found) throw new Error('PostgreSQL refuses to run as root, and neither `postgres` nor `nobody` is in /etc/passwd: start as an ordinary user.')
  return found
}

async function readAccounts() {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  return lines.map((line) => line.split(':')).flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
}
