import pg from 'pg'
import type { ConnectionSettings } from '../kernel/db.ts'
import type { Crypto } from '../kernel/crypto.ts'

/**
 * Connection settings of the role the server signs in as. Its password is derived from the installation's key,
 * so that several servers with the same key file agree on it without telling each other.
 */
export async function openAppRole(owner: ConnectionSettings, crypto: Crypto): Promise<ConnectionSettings> {
  const password = crypto.sign('app', 'database role').toString('base64url')
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query(`alter role app password ${client.escapeLiteral(password)}`)
  } finally {
    await client.end()
  }
  if (!owner.connectionString) return { ...owner, user: 'app', password }
  const address = new URL(owner.connectionString)
  address.username = 'app'
  address.password = password
  return { connectionString: address.href }
}
