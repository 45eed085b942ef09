import { resolve } from 'node:path'

/** Every setting, where it comes from and what it is without one. Read once; anything wrong stops the start with a sentence. */
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
  oidc: { issuer: string, clientId: string, clientSecret: string, label: string } | null
  sms: { endpoint: string, accessKeyId: string, accessKeySecret: string, signName: string, codeTemplate: string } | null
  wechat: { endpoint: string, appId: string, appSecret: string } | null
  version: string
}

type Env = Record<string, string | undefined>

export function readConfig(env: Env = process.env): Config {
  const port = whole(env, 'PORT', 8080, 0, 65535)
  return {
    port,
    host: env.LINLI_HOST ?? '0.0.0.0',
    data: resolve(env.LINLI_DATA ?? './data'),
    databaseUrl: env.DATABASE_URL ?? null,
    isDemo: oneOf(env, 'LINLI_DEMO', ['on', 'off'], 'on') === 'on',
    role: oneOf(env, 'LINLI_ROLE', ['all', 'api', 'worker'], 'all'),
    buildsScreens: oneOf(env, 'LINLI_SCREENS', ['build', 'off'], 'build') === 'build',
    publicUrl: address(env, 'LINLI_URL', `http://localhost:${port}`),
    proxies: env.LINLI_PROXIES || 'loopback',
    logLevel: oneOf(env, 'LINLI_LOG', ['debug', 'info', 'warn', 'error', 'silent'], 'info'),
    oidc: group(env, { issuer: 'OIDC_ISSUER', clientId: 'OIDC_CLIENT_ID', clientSecret: 'OIDC_CLIENT_SECRET', label: 'OIDC_LABEL' }),
    sms: group(env, { endpoint: 'SMS_ENDPOINT', accessKeyId: 'SMS_ACCESS_KEY_ID', accessKeySecret: 'SMS_ACCESS_KEY_SECRET', signName: 'SMS_SIGN_NAME', codeTemplate: 'SMS_CODE_TEMPLATE' }),
    wechat: group(env, { endpoint: 'WECHAT_ENDPOINT', appId: 'WECHAT_APP_ID', appSecret: 'WECHAT_APP_SECRET' }),
    version: env.npm_package_version ?? '0.1.0',
  }
}

function whole(env: Env, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}"`)
  return value
}

function oneOf<const T extends string>(env: Env, name: string, words: readonly T[], otherwise: T): T {
  const text = env[name]
  if (text === undefined || text === '') return otherwise
  const found = words.find((word) => word === text)
  if (!found) throw new Error(`${name} must be one of ${words.join(', ')}, not "${text}"`)
  return found
}

function address(env: Env, name: string, otherwise: string): string {
  const text = env[name] ?? otherwise
  if (!URL.canParse(text)) throw new Error(`${name} must be an address like https://linli.example.cn, not "${text}"`)
  return text.replace(/\/$/, '')
}

/** Settings that only make sense together: all or none. */
function group<T extends Record<string, string>>(env: Env, names: T): { [K in keyof T]: string } | null {
  const wanted = Object.values(names)
  const missing = wanted.filter((name) => !env[name])
  if (missing.length === wanted.length) return null
  if (missing.length > 0) throw new Error(`${missing.join(', ')} must be set too, because ${wanted.find((name) => env[name])} is`)
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, env[name]])) as { [K in keyof T]: string }
}
