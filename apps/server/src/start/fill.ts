import type { ConnectionSettings } from '../kernel/db.ts'
import type { Server } from '../server.ts'
import { ensureFirstAdmins, type FirstAdmin } from './first-admin.ts'
import { seedStandards } from './seed.ts'

export interface DemoAccount { name: string, signInName: string, password: string, post: string }
export interface Filled { accounts: readonly DemoAccount[], firstAdmins: readonly FirstAdmin[] }

/** First contents: codes and roles of the standards, the demo sub-district where it is wanted and nothing is there yet, first administrators otherwise. */
export async function fill(owner: ConnectionSettings, { around, config }: Server, say: (line: string) => void): Promise<Filled> {
  await seedStandards(owner)
  void say
  if (config.isDemo) return { accounts: [], firstAdmins: [] }
  return { accounts: [], firstAdmins: await ensureFirstAdmins(owner, around.clock()) }
}
