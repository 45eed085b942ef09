import { createServer } from 'node:http'
import { createServer as createTcpServer } from 'node:net'
import { Provider, type Configuration } from 'oidc-provider'

/** What the provider knows of a person besides the subject. */
export type Claims = Record<string, string | boolean>

/** A real OpenID Connect provider on loopback at which somebody is signed in already: it lets them pass and sends the browser back. */
export interface TestProvider {
  issuer: string
  /** Who sits at the browser now. */
  is(subject: string, claims: Claims): void
  /** Goes where the platform sent the browser, with a browser's cookies, until it is sent back to `returnTo`. */
  passThrough(address: string, returnTo: string): Promise<string>
  close(): Promise<void>
}

export const client = { clientId: 'linli', clientSecret: 'a-secret-of-at-least-32-characters' }

export async function startProvider(returnTo: string): Promise<TestProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  let here: { subject: string, claims: Claims } = { subject: 'nobody', claims: {} }
  const provider = new Provider(issuer, configuration(returnTo, () => here))
  const callback = provider.callback()
  const server = createServer((request, reply) => {
    if (!request.url?.startsWith('/interaction/')) return void callback(request, reply)
    void provider.interactionFinished(request, reply, { login: { accountId: here.subject } }, { mergeWithLastSubmission: false })
  })
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve))
  return {
    issuer,
    is: (subject, claims) => { here = { subject, claims } },
    passThrough,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

const configuration = (returnTo: string, here: () => { subject: string, claims: Claims }): Configuration => ({
  clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [returnTo], response_types: ['code'], grant_types: ['authorization_code'] }],
  claims: { openid: ['sub'], profile: ['preferred_username', 'name'], email: ['email', 'email_verified'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  pkce: { required: () => true },
  cookies: { keys: ['a test needs no secret'] },
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  findAccount: (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId, ...here().claims }) }),
  // Nobody is asked whether the platform may know who they are.
  async loadExistingGrant({ oidc: { client: asking, session, provider } }) {
    const grant = new provider.Grant({ clientId: asking!.clientId, accountId: session!.accountId! })
    grant.addOIDCScope('openid profile email')
    await grant.save()
    return grant
  },
})

async function passThrough(address: string, returnTo: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let steps = 0; !next.startsWith(returnTo); steps += 1) {
    if (steps > 10) throw new Error(`walking in circles at ${next}`)
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider stays at ${next}: ${answer.status} ${await answer.text()}`)
    next = new URL(location, next).href
  }
  return next
}

async function freePort(): Promise<number> {
  const server = createTcpServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  await new Promise((resolve) => void server.close(resolve))
  return typeof place === 'object' && place ? place.port : 0
}
