import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { openIdentityProvider } from './identity-provider.ts'
import type { Outside, Simulator } from './index.ts'
import { openAliyunSms } from './sms-aliyun.ts'
import { simulatedNames, startSmsSimulator } from './sms-simulator.ts'
import type { Sms } from './sms.ts'
import { startWeChatSimulator } from './wechat-simulator.ts'
import { openOfficialAccount, openWeChat, type WeChat } from './wechat.ts'

export interface OpenedOutside { outside: Outside, simulators: Simulator[], close(): Promise<void> }

type Settings = Pick<Config, 'sms' | 'wechat' | 'oidc' | 'isDemo'> & Partial<Pick<Config, 'wechatAccount'>>

/**
 * Real adapters to what is set up. In a demonstration the same adapters talk to simulators on loopback for the rest; elsewhere there is no rest,
 * because a simulator believes whoever asks: it would let anybody in as any resident.
 */
export async function openOutside(config: Settings): Promise<OpenedOutside> {
  const [sms, wechat] = [await openSms(config), await openMiniProgram(config)]
  const stands = [sms.stand, wechat.stand].filter((stand) => stand !== undefined)
  return {
    outside: { sms: sms.adapter, wechat: wechat.adapter, identityProvider: config.oidc && openIdentityProvider(config.oidc), ...(config.wechatAccount && { account: openOfficialAccount(config.wechatAccount) }) },
    simulators: stands.map(({ simulator }) => simulator),
    close: async () => { await Promise.all(stands.map(({ close }) => close())) },
  }
}

interface Opened<T> { adapter: T | null, stand?: { simulator: Simulator, close(): Promise<void> } }

async function openSms({ sms, isDemo }: Settings): Promise<Opened<Sms>> {
  if (sms) return { adapter: openAliyunSms({ ...sms, templates: { code: sms.codeTemplate, ask: sms.askTemplate, forward: sms.forwardTemplate } }) }
  if (!isDemo) return { adapter: null }
  const keys = { accessKeyId: 'simulator', accessKeySecret: randomBytes(16).toString('hex') }
  const { address, messages, close } = await startSmsSimulator(keys)
  return { adapter: openAliyunSms({ endpoint: address, ...keys, signName: '邻里演示', templates: simulatedNames }), stand: { simulator: { name: '短信网关', address, messages }, close } }
}

async function openMiniProgram({ wechat, isDemo }: Settings): Promise<Opened<WeChat>> {
  if (wechat) return { adapter: openWeChat(wechat) }
  if (!isDemo) return { adapter: null }
  const app = { appId: 'wxsimulator', appSecret: randomBytes(16).toString('hex') }
  const { address, close } = await startWeChatSimulator(app)
  return { adapter: openWeChat({ endpoint: address, ...app }), stand: { simulator: { name: '微信', address }, close } }
}
