import type { Config } from '../config.ts'
import type { Filled } from './fill.ts'

/** What a newcomer needs after a start: where to go, who to be, and what only pretends. */
export function greet(config: Config, simulators: readonly { name: string, address: string }[], { accounts, firstAdmins }: Filled, say: (line: string) => void): void {
  say('')
  if (config.role === 'worker') return say('邻里后台任务已运行。')
  say(`邻里已就绪：`)
  say(`  工作台    ${config.publicUrl}/`)
  say(`  居民端    ${config.publicUrl}/m/`)
  say(`  接口文档  ${config.publicUrl}/api/docs`)
  if (accounts.length > 0) {
    say('演示账号（虚构数据，密码均为 ' + accounts[0]!.password + '）：')
    for (const { signInName, name, post } of accounts) say(`  ${signInName.padEnd(14)} ${name}  ${post}`)
  }
  if (firstAdmins.length > 0) {
    say('首批管理员（请立即登录修改密码，本密码只显示这一次）：')
    for (const { signInName, name, password } of firstAdmins) say(`  ${signInName.padEnd(14)} ${name}  ${password}`)
  }
  for (const { name, address } of simulators) say(`模拟服务  ${name}  ${address}`)
  say('按 Ctrl-C 停止。')
}
