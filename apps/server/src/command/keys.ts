import { join } from 'node:path'
import type { Config } from '../config.ts'
import { rotateKey } from '../kernel/crypto.ts'

/** Seals new values with a new key from the next start on; values sealed before stay readable with theirs. */
export async function rotateKeys({ data }: Config): Promise<number> {
  const id = rotateKey(join(data, 'keys.json'))
  process.stdout.write(`已启用密钥 ${id}，重启后生效。请备份 ${join(data, 'keys.json')}：丢失密钥，加密的数据无法恢复。\n`)
  return 0
}
