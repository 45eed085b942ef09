/** Single sign-on of the government by OpenID Connect (authorization code with PKCE). */
export interface IdentityProvider {
  label: string
  /** Where to send the browser, and what must be remembered until it comes back. */
  begin(returnTo: string): Promise<{ address: string, remembered: string }>
  /** Who came back; throws where the answer is not genuine. */
  finish(address: URL, remembered: string): Promise<{ subject: string, name: string | null }>
}
