import { randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'
import { openIdentityProvider } from './identity-provider.ts'
import type { Outside, Simulator } from './index.ts'
import { openChat } from './llm/chat.ts'
import { openEmbeddings } from './llm/embeddings.ts'
import type { Encoder, Llm } from './llm/llm.ts'
import { startLlmSimulator } from './llm/simulator.ts'
import { openAliyunSms } from './sms-aliyun.ts'
import { simulatedNames, startSmsSimulator, valueLetters } from './sms-simulator.ts'
import type { Sms } from './sms.ts'
import { startTiandituSimulator } from './tianditu-simulator.ts'
import type { Tianditu } from './tianditu.ts'
import { startWeChatSimulator } from './wechat-simulator.ts'
import { openOfficialAccount, openWeChat, type WeChat } from './wechat.ts'

/** `tianditu`: what browsers are to ask. */
export interface OpenedOutside { outside: Outside, simulators: Simulator[], tianditu: Tianditu | null, close(): Promise<void> }

type Settings = Pick<Config, 'sms' | 'wechat' | 'oidc' | 'isDemo'> & Partial<Pick<Config, 'wechatAccount' | 'llm' | 'tianditu'>>

/**
 * Real adapters to what is set up. In a demonstration the same adapters talk to simulators on loopback for the rest; elsewhere there is no rest,
 * because a simulator believes whoever asks: it would let anybody in as any resident.
 */
export async function openOutside(config: Settings): Promise<OpenedOutside> {
  const [sms, wechat] = [await openSms(config), await openMiniProgram(config)]
  const llm = await openLlm(config)
  const tianditu = await openTianditu(config)
  const stands = [sms.stand, wechat.stand, llm.stand, tianditu.stand].filter((stand) => stand !== undefined)
  return {
    outside: { sms: sms.adapter, wechat: wechat.adapter, identityProvider: config.oidc && openIdentityProvider(config.oidc), ...(config.wechatAccount && { account: openOfficialAccount(config.wechatAccount) }), ...llm.adapter },
    simulators: stands.map(({ simulator }) => simulator),
    tianditu: tianditu.adapter,
    close: async () => { await Promise.all(stands.map(({ close }) => close())) },
  }
}

interface Opened<T> { adapter: T | null, stand?: { simulator: Simulator, close(): Promise<void> } }

async function openSms({ sms, isDemo }: Settings): Promise<Opened<Sms>> {
  if (sms) return { adapter: openAliyunSms({ ...sms, templates: { code: sms.codeTemplate, ask: sms.askTemplate, forward: sms.forwardTemplate, reply: sms.replyTemplate } }) }
  if (!isDemo) return { adapter: null }
  const keys = { accessKeyId: 'simulator', accessKeySecret: randomBytes(16).toString('hex') }
  const { address, messages, close } = await startSmsSimulator(keys)
  return { adapter: openAliyunSms({ endpoint: address, ...keys, signName: '邻里演示', templates: simulatedNames, replyLongest: valueLetters }), stand: { simulator: { name: '短信网关', address, messages }, close } }
}

async function openMiniProgram({ wechat, isDemo }: Settings): Promise<Opened<WeChat>> {
  if (wechat) return { adapter: openWeChat(wechat) }
  if (!isDemo) return { adapter: null }
  const app = { appId: 'wxsimulator', appSecret: randomBytes(16).toString('hex') }
  const { address, close } = await startWeChatSimulator(app)
  return { adapter: openWeChat({ endpoint: address, ...app }), stand: { simulator: { name: '微信', address }, close } }
}

interface Models { llm: Llm | null, encoder: Encoder | null }

/** Off without an address, in a demonstration too: there `simulator` is one, to see the way it goes. */
async function openLlm({ llm, isDemo }: Settings): Promise<{ adapter: Models, stand?: Opened<Models>['stand'] }> {
  if (!llm) return { adapter: { llm: null, encoder: null } }
  if (llm.endpoint !== 'simulator') return { adapter: modelsAt({ ...llm, endpoint: llm.endpoint }) }
  if (!isDemo) throw new Error('LLM_ENDPOINT=simulator 只能用于演示环境。')
  const key = randomBytes(16).toString('hex')
  const { address, said, close } = await startLlmSimulator({ key, model: llm.model ?? 'simulator', embeddingModel: llm.embeddingModel ?? undefined })
  return { adapter: modelsAt({ ...llm, key, endpoint: `${address}/v1` }), stand: { simulator: { name: '大模型', address, said }, close } }
}

/** Off without a key; browsers on this machine alone reach the one that stands in. */
async function openTianditu({ tianditu, isDemo }: Settings): Promise<Opened<Tianditu>> {
  if (!tianditu || tianditu.endpoint !== 'simulator') return { adapter: tianditu ?? null }
  if (!isDemo) throw new Error('TIANDITU_ENDPOINT=simulator 只能用于演示环境。')
  const { address, close } = await startTiandituSimulator(tianditu.key)
  return { adapter: { endpoint: address, key: tianditu.key }, stand: { simulator: { name: '天地图', address }, close } }
}

function modelsAt({ endpoint, key, model, embeddingModel }: NonNullable<Config['llm']>): Models {
  return { llm: model === null ? null : openChat({ endpoint, key, model }), encoder: embeddingModel === null ? null : openEmbeddings({ endpoint, key, model: embeddingModel }) }
}
