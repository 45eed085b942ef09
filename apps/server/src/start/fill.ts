import { isEmpty, listDemoAccounts, makeDemo, type DemoAccount } from '../../demo/index.ts'
import type { Config } from '../config.ts'
import type { ConnectionSettings } from '../kernel/db.ts'
import type { Server } from '../server.ts'
import { ensureFirstAdmins, type FirstAdmin } from './first-admin.ts'
import { indexEventNumbers } from './event-numbers.ts'
import { seedStandards } from './seed.ts'

export interface Filled { accounts: readonly DemoAccount[], firstAdmins: readonly FirstAdmin[] }

/**
 * A database with contents of its own is no demonstration, whatever the setting says: simulators there would let anybody in as any resident. So
 * forgetting LINLI_DEMO=off at a later start opens nothing.
 */
export async function withoutFalseDemo(config: Config, owner: ConnectionSettings, say: (line: string) => void): Promise<Config> {
  if (!config.isDemo || await isEmpty(owner) || (await listDemoAccounts(owner)).length > 0) return config
  say('数据库里不是演示数据，因此按 LINLI_DEMO=off 启动，不使用模拟服务。')
  return { ...config, isDemo: false }
}

/** First contents: codes and roles of the standards, the demo sub-district where it is wanted and nothing is there yet, first administrators otherwise; and what an earlier version left to be filled in. */
export async function fill(owner: ConnectionSettings, { around, config }: Server, log: (line: string) => void): Promise<Filled> {
  await seedStandards(owner)
  const isNew = config.isDemo && await isEmpty(owner)
  if (isNew) {
    log('正在生成演示街道（仅首次）…')
    await makeDemo({ owner, crypto: around.crypto, files: around.files, now: around.clock(), log })
  }
  await indexEventNumbers(owner, around.crypto, isNew ? () => undefined : log)
  const accounts = config.isDemo ? await listDemoAccounts(owner) : []
  return { accounts, firstAdmins: await ensureFirstAdmins(owner, around.clock()) }
}
