// The package brings no types; these are of what the tests use.
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Grant {
    addOIDCScope(scope: string): void
    save(): Promise<string>
  }

  interface Configuration {
    clients: object[]
    claims: Record<string, string[]>
    features: Record<string, { enabled: boolean }>
    interactions: { url(context: unknown, interaction: { uid: string }): string }
    pkce: { required(): boolean }
    cookies: { keys: string[] }
    ttl: Record<string, number>
    findAccount(context: unknown, accountId: string): { accountId: string, claims(): Promise<Record<string, unknown>> }
    loadExistingGrant(context: { oidc: { client?: { clientId: string }, session?: { accountId?: string }, provider: Provider } }): Promise<Grant>
  }

  export class Provider {
    constructor(issuer: string, configuration: Configuration)
    callback(): (request: IncomingMessage, reply: ServerResponse) => void
    interactionFinished(request: IncomingMessage, reply: ServerResponse, result: object, options: object): Promise<void>
    readonly Grant: new (of: { clientId: string, accountId: string }) => Grant
  }
  export type { Configuration }
}
