import pg from 'pg'
import type { ConnectionSettings } from '../kernel/db.ts'
import type { Crypto } from '../kernel/crypto.ts'

/**
 * Connection settings of the role the server signs in as. Its password is derived from the installation's key,
 * so that several servers with the same key file agree on it without telling each other.
 */
export async function openAppRole(owner: ConnectionSettings, crypto: Crypto): Promise<ConnectionSettings> {
  const password = crypto.sign('app', 'database role').toString('base64url')
  const settings = withUser(owner, 'app', password)
  if (!(await maySignIn(settings))) await setPassword(owner, password)
  return settings
}

async function maySignIn(settings: ConnectionSettings): Promise<boolean> {
  const client = new pg.Client(settings)
  client.on('error', () => undefined)
  return client.connect().then(() => client.end()).then(() => true, () => false)
}

async function setPassword(owner: ConnectionSettings, password: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`alter role app password ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
}

function withUser(owner: ConnectionSettings, user: string, password: string): ConnectionSettings {
  if (!owner.connectionString) return { ...owner, user, password }
  const address = new URL(owner.connectionString)
  address.username = user
  address.password = password
  return { connectionString: address.href }
}
