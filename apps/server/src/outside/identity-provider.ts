import * as oidc from 'openid-client'
import { OutsideFailure } from './failure.ts'

/** Single sign-on of the government by OpenID Connect (authorization code with PKCE). */
export interface IdentityProvider {
  label: string
  /** Where to send the browser, and what must be remembered until it comes back to `returnTo`. */
  begin(returnTo: string): Promise<{ address: string, remembered: string }>
  /** Who came back, and the names the provider vouches for. @throws OutsideFailure where the answer is not genuine, or the provider cannot be asked. */
  finish(address: URL, remembered: string): Promise<{ subject: string, names: string[] }>
}

export interface ProviderSettings { issuer: string, clientId: string, clientSecret: string, label: string }

interface Remembered { verifier: string, state: string, nonce: string }

/** OpenID Connect Core 1.0 §3.1 with PKCE (RFC 7636), state and nonce. The provider is discovered at the first sign-in and again after a failure. */
export function openIdentityProvider({ issuer, clientId, clientSecret, label }: ProviderSettings): IdentityProvider {
  let found: Promise<oidc.Configuration> | undefined
  // Without TLS only on this machine, for trying out.
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname)
  const discover = () => found ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { timeout: 10, execute: isHere ? [oidc.allowInsecureRequests] : [] })
    .catch((error: unknown) => {
      found = undefined
      throw error
    })
  return {
    label,
    begin: (returnTo) => trusted(async () => {
      const provider = await discover()
      const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
      const address = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: returnTo, scope: 'openid profile email', state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
      })
      return { address: address.href, remembered: JSON.stringify({ verifier, state, nonce } satisfies Remembered) }
    }),
    finish: (address, remembered) => trusted(async () => {
      const { verifier, state, nonce } = JSON.parse(remembered) as Remembered
      const provider = await discover()
      const tokens = await oidc.authorizationCodeGrant(provider, address, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true })
      const claims = tokens.claims()!
      const more = provider.serverMetadata().userinfo_endpoint ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub) : {}
      return { subject: claims.sub, names: namesOf({ ...claims, ...more }) }
    }),
  }
}

/** The user name, and the address where the provider has verified it. */
function namesOf({ preferred_username, email, email_verified }: Record<string, unknown>): string[] {
  return [preferred_username, email_verified === true ? email : undefined].filter((name) => typeof name === 'string')
}

/** Whatever goes wrong between us and the provider is one failure; only its kind goes on, for tokens stand in the rest. */
const trusted = <T>(work: () => Promise<T>): Promise<T> => work().catch((error: Error & { code?: string, error?: string }) => {
  throw new OutsideFailure(`identity provider: ${[error.name, error.code, error.error].filter(Boolean).join(' ')}`)
})
