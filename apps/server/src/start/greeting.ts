import type { Config } from '../config.ts'
import type { Filled } from './fill.ts'

type Say = (line: string) => void

/** What a newcomer needs after a start: where to go, who to be, and what only pretends. Of servers that start together, the one that made the first administrators tells them. */
export function greet(config: Config, simulators: readonly { name: string, address: string }[], { accounts, firstAdmins }: Filled, say: Say): void {
  say('')
  if (config.role === 'worker') say('邻里后台任务已运行。')
  else showWays(config, accounts, say)
  if (firstAdmins.length > 0) {
    say('首批管理员（请立即登录修改密码，本密码只显示这一次）：')
    for (const { signInName, name, password } of firstAdmins) say(`  ${signInName.padEnd(14)} ${name}  ${password}`)
  }
  for (const { name, address } of simulators) say(`模拟服务  ${name}  ${address}`)
  say('按 Ctrl-C 停止。')
}

function showWays({ publicUrl }: Config, accounts: Filled['accounts'], say: Say): void {
  say('邻里已就绪：')
  say(`  工作台    ${publicUrl}/`)
  say(`  居民端    ${publicUrl}/m/`)
  say(`  接口文档  ${publicUrl}/api/docs`)
  if (accounts.length === 0) return
  say(`演示账号（虚构数据，密码均为 ${accounts[0]!.password}）：`)
  for (const { signInName, name, post } of accounts) say(`  ${signInName.padEnd(14)} ${name}  ${post}`)
}
