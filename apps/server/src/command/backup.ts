import { cp } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { backUp } from '../postgres/backup.ts'

/**
 * Copies database and photos into a new folder while the platform runs. The key file is kept apart on purpose, and so are the server's own notes:
 * they bear witness against a database that went back in time.
 */
export async function backup({ data, databaseUrl }: Config, [to]: string[]): Promise<number> {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  if (!to) throw new Error('请写明备份到哪个文件夹，例如：linli backup /mnt/backup/2026-01-01')
  if (databaseUrl) throw new Error('使用自有 PostgreSQL 时，请用它自己的备份工具（如 pg_basebackup）')
  const target = resolve(to)
  await backUp({ folder: join(data, 'postgres'), to: join(target, 'postgres'), log: say })
  if (existsSync(join(data, 'files'))) await cp(join(data, 'files'), join(target, 'files'), { recursive: true, filter: (path) => path !== join(data, 'files', 'note') })
  say(`备份完成：${target}。密钥文件 ${join(data, 'keys.json')} 不在其中，请另行妥善保管。`)
  return 0
}
