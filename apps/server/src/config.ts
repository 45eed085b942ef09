import { resolve } from 'node:path'

/** Every setting, where it comes from and what it is without one, also where it is there but empty. Read once; anything wrong stops the start with a sentence. */
export interface Config {
  port: number
  host: string
  /** Folder of everything that must last: database, photos, keys. */
  data: string
  /** Owner connection of an own PostgreSQL (15 or later); without it the embedded one is used. */
  databaseUrl: string | null
  isDemo: boolean
  role: 'all' | 'api' | 'worker'
  /** Builds the screens at the start where they are not built yet; off where they come from elsewhere. */
  buildsScreens: boolean
  /** Address people reach the platform at; used in links and by OIDC. */
  publicUrl: string
  /** Whose word for the address and the protocol of a visitor is taken: addresses and ranges as proxy-addr reads them. */
  proxies: string
  logLevel: string
  /** What Prometheus on another machine sends as its bearer token to read the figures; without one only this machine may. */
  metricsToken: string | null
  oidc: { issuer: string, clientId: string, clientSecret: string, label: string } | null
  sms: { endpoint: string, accessKeyId: string, accessKeySecret: string, signName: string, codeTemplate: string, askTemplate: string | null, forwardTemplate: string | null, replyTemplate: string | null, replyLongest: number } | null
  /** Where text messages of residents are pushed to: a part of the address that nobody can guess, since the push carries no signature; without it that address is not there. */
  smsInboundToken: string | null
  wechat: { endpoint: string, appId: string, appSecret: string } | null
  /** The official account (公众号): its messages are signed with the token of its server settings; without it its address is not there. */
  wechatAccount: { endpoint: string, appId: string, appSecret: string, token: string } | null
  /** A language model behind the chat completions API of OpenAI, and one for embeddings; off without an address. `simulator` in a demonstration stands in for one. */
  llm: { endpoint: string, key: string | null, model: string | null, embeddingModel: string | null } | null
  /** 天地图, asked by browsers and not by the server; off without a key. `simulator` as its endpoint in a demonstration stands in for it. */
  tianditu: { endpoint: string, key: string } | null
  version: string
}

type Env = Record<string, string | undefined>

export function readConfig(env: Env = process.env): Config {
  const port = whole(env, 'PORT', 8080, 0, 65535)
  return {
    port,
    host: env.LINLI_HOST || '0.0.0.0',
    data: resolve(env.LINLI_DATA || './data'),
    databaseUrl: env.DATABASE_URL || null,
    isDemo: oneOf(env, 'LINLI_DEMO', ['on', 'off'], 'on') === 'on',
    role: oneOf(env, 'LINLI_ROLE', ['all', 'api', 'worker'], 'all'),
    buildsScreens: oneOf(env, 'LINLI_SCREENS', ['build', 'off'], 'build') === 'build',
    publicUrl: address('LINLI_URL', env.LINLI_URL || `http://localhost:${port}`),
    proxies: proxies(env, 'LINLI_PROXIES', 'loopback'),
    logLevel: oneOf(env, 'LINLI_LOG', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    metricsToken: env.LINLI_METRICS_TOKEN || null,
    oidc: group(env, { issuer: 'OIDC_ISSUER', clientId: 'OIDC_CLIENT_ID', clientSecret: 'OIDC_CLIENT_SECRET', label: 'OIDC_LABEL' }),
    sms: smsOf(env),
    smsInboundToken: smsInbound(env),
    wechat: group(env, { endpoint: 'WECHAT_ENDPOINT', appId: 'WECHAT_APP_ID', appSecret: 'WECHAT_APP_SECRET' }),
    wechatAccount: group(env, { endpoint: 'WECHAT_ACCOUNT_ENDPOINT', appId: 'WECHAT_ACCOUNT_APP_ID', appSecret: 'WECHAT_ACCOUNT_APP_SECRET', token: 'WECHAT_ACCOUNT_TOKEN' }),
    llm: llmOf(env),
    tianditu: tiandituOf(env),
    version: env.npm_package_version ?? '0.1.0',
  }
}

/** Templates of what else is sent are approved one by one: what has none is not sent. */
function smsOf(env: Env): Config['sms'] {
  const sms = group(env, { endpoint: 'SMS_ENDPOINT', accessKeyId: 'SMS_ACCESS_KEY_ID', accessKeySecret: 'SMS_ACCESS_KEY_SECRET', signName: 'SMS_SIGN_NAME', codeTemplate: 'SMS_CODE_TEMPLATE' })
  return sms && { ...sms, askTemplate: env.SMS_ASK_TEMPLATE || null, forwardTemplate: env.SMS_FORWARD_TEMPLATE || null, replyTemplate: env.SMS_REPLY_TEMPLATE || null, replyLongest: whole(env, 'SMS_REPLY_LONGEST', 35, 30, 480) }
}

/** Who is not answered must not be heard. */
function smsInbound(env: Env): string | null {
  const token = env.SMS_INBOUND_TOKEN
  if (!token) return null
  if (!/^[\w-]{16,100}$/.test(token)) throw new Error('SMS_INBOUND_TOKEN 应为 16 到 100 位的字母、数字、下划线或短横线。')
  if (env.SMS_ENDPOINT && !env.SMS_REPLY_TEMPLATE) throw new Error('设置了 SMS_INBOUND_TOKEN，还须设置 SMS_REPLY_TEMPLATE。')
  return token
}

/** An address alone asks nothing of anybody: at least one model has to be named. */
function llmOf(env: Env): Config['llm'] {
  const wanted = ['LLM_ENDPOINT', 'LLM_KEY', 'LLM_MODEL', 'LLM_EMBEDDING_MODEL'].find((name) => env[name])
  if (wanted === undefined) return null
  if (!env.LLM_ENDPOINT) throw new Error(`设置了 ${wanted}，还须设置 LLM_ENDPOINT。`)
  if (!env.LLM_MODEL && !env.LLM_EMBEDDING_MODEL) throw new Error('设置了 LLM_ENDPOINT，还须设置 LLM_MODEL 或 LLM_EMBEDDING_MODEL。')
  const endpoint = env.LLM_ENDPOINT === 'simulator' ? env.LLM_ENDPOINT : address('LLM_ENDPOINT', env.LLM_ENDPOINT)
  return { endpoint, key: env.LLM_KEY || null, model: env.LLM_MODEL || null, embeddingModel: env.LLM_EMBEDDING_MODEL || null }
}

/** Its eight servers, unless another address is given, as of a province's own node. */
function tiandituOf(env: Env): Config['tianditu'] {
  const endpoint = env.TIANDITU_ENDPOINT || 'https://t{s}.tianditu.gov.cn'
  if (env.TIANDITU_ENDPOINT && !env.TIANDITU_KEY) throw new Error('设置了 TIANDITU_ENDPOINT，还须设置 TIANDITU_KEY。')
  return env.TIANDITU_KEY ? { endpoint: endpoint === 'simulator' ? endpoint : address('TIANDITU_ENDPOINT', endpoint.replace('{s}', '0')) && endpoint.replace(/\/$/, ''), key: env.TIANDITU_KEY } : null
}

function whole(env: Env, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`${name} 应为 ${least} 到 ${most} 的整数，现在是「${text}」。`)
  return value
}

function oneOf<const T extends string>(env: Env, name: string, words: readonly T[], otherwise: T): T {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const found = words.find((word) => word === text)
  if (!found) throw new Error(`${name} 应为 ${words.join('、')} 之一，现在是「${text}」。`)
  return found
}

function address(name: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) throw new Error(`${name} 应为 https://linli.example.cn 这样的地址，现在是「${text}」。`)
  return text.replace(/\/$/, '')
}

/** Names that proxy-addr knows, addresses and ranges. */
function proxies(env: Env, name: string, otherwise: string): string {
  const text = env[name] || otherwise
  const isKnown = (one: string) => /^(loopback|linklocal|uniquelocal|((\d{1,3}\.){3}\d{1,3}|[\da-f]*:[\da-f:.]*)(\/\d{1,3})?)$/i.test(one)
  const wrong = text.split(',').map((one) => one.trim()).find((one) => !isKnown(one))
  if (wrong !== undefined) throw new Error(`${name} 应为反向代理的地址或网段（如 10.0.0.2 或 10.0.0.0/8），以逗号分隔，「${wrong}」不是。`)
  return text
}

/** Settings that only make sense together: all or none. */
function group<T extends Record<string, string>>(env: Env, names: T): { [K in keyof T]: string } | null {
  const wanted = Object.values(names)
  const missing = wanted.filter((name) => !env[name])
  if (missing.length === wanted.length) return null
  if (missing.length > 0) throw new Error(`设置了 ${wanted.find((name) => env[name])}，还须设置 ${missing.join('、')}。`)
  for (const name of wanted) if (/_(ENDPOINT|ISSUER)$/.test(name)) address(name, env[name]!)
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, env[name]])) as { [K in keyof T]: string }
}
