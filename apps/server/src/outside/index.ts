import type { IdentityProvider } from './identity-provider.ts'
import type { Encoder, Llm } from './llm/llm.ts'
import type { LlmSaid } from './llm/simulator.ts'
import type { SmsSent } from './sms-simulator.ts'
import type { Sms } from './sms.ts'
import type { OfficialAccount, WeChat } from './wechat.ts'

/** Everything that is not ours: each an interface with a real adapter and a simulator that speaks the same wire protocol; null where it is not set up. */
export interface Outside {
  sms: Sms | null
  wechat: WeChat | null
  /** There where it is set up. */
  account?: OfficialAccount
  identityProvider: IdentityProvider | null
  llm: Llm | null
  encoder: Encoder | null
}

/** A stand-in on loopback for a service that is not set up, speaking that service's own protocol. */
export interface Simulator { name: string, address: string, messages?: () => SmsSent[], said?: () => LlmSaid[] }
