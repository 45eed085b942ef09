#!/usr/bin/env node
import { resetAdmin } from './command/admin.ts'
import { backup } from './command/backup.ts'
import { rebuildInsight } from './command/insight-rebuild.ts'
import { resealKeys, rotateKeys } from './command/keys.ts'
import { start } from './command/start.ts'
import { verify } from './command/audit-verify.ts'
import { readConfig, type Config } from './config.ts'

/** What can be asked of the program; without a word it starts. Each answers with its exit code. */
const commands: Record<string, { title: string, run: (config: Config, words: string[]) => Promise<number> }> = {
  start: { title: '启动平台', run: start },
  'audit verify': { title: '核对审计记录是否被改动', run: verify },
  'keys rotate': { title: '启用新的加密密钥，旧数据仍可读', run: rotateKeys },
  'keys reseal': { title: '把旧密钥加密的数据换用新密钥', run: resealKeys },
  'admin reset': { title: '为忘记密码的管理员生成一次性密码：linli admin reset <登录名>', run: resetAdmin },
  'insight rebuild': { title: '从事件重新统计全部统计数', run: rebuildInsight },
  backup: { title: '在线备份数据库与文件到指定文件夹', run: backup },
}

const words = process.argv.slice(2)
const name = Object.keys(commands).find((known) => `${words.join(' ')} `.startsWith(`${known} `)) ?? (words.length === 0 ? 'start' : undefined)
if (name === undefined) {
  process.stderr.write(`没有这个命令：${words.join(' ')}\n${Object.entries(commands).map(([known, { title }]) => `  linli ${known}  ${title}`).join('\n')}\n`)
  process.exitCode = 2
} else {
  const run = async () => commands[name]!.run(readConfig(), words.slice(name.split(' ').length))
  const code = await run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  })
  // Everything was closed in order; nothing left over may keep the program alive.
  process.exit(code)
}
