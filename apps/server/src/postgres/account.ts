import { readFile, stat } from 'node:fs/promises'

/** The operating-system account PostgreSQL runs under; undefined means our own. */
export type Account = { uid: number, gid: number, name: string } | undefined

/**
 * PostgreSQL refuses to run as root. When we are root it runs under the account that already owns the cluster,
 * else `postgres`, else `nobody`.
 * @throws Error in plain words when the cluster belongs to somebody else, or root has nobody to hand over to.
 */
export async function findAccount(cluster: string): Promise<Account> {
  const ours = process.getuid?.()
  if (ours === undefined) return undefined
  const accounts = await readAccounts()
  const owner = await stat(cluster).catch(() => undefined)
  if (ours !== 0) {
    if (!owner || owner.uid === ours) return undefined
    throw new Error(`The database ${cluster} belongs to ${nameOf(owner.uid, accounts)}: start as that user, or as root.`)
  }
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid, accounts) }
  }
  const found = accounts.find(({ name }) => name === 'postgres') ?? accounts.find(({ name }) => name === 'nobody')
  if (!found) throw new Error('PostgreSQL refuses to run as root, and neither `postgres` nor `nobody` is in /etc/passwd: start as an ordinary user.')
  return found
}

const nameOf = (uid: number, accounts: { name: string, uid: number }[]) => accounts.find((account) => account.uid === uid)?.name ?? String(uid)

async function readAccounts() {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n')
  return lines.map((line) => line.split(':')).flatMap(([name, , uid, gid]) => (name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []))
}
