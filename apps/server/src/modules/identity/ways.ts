import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'

/** What the sign-in page offers besides name and password. `reached`: the label of the identity provider, where there is one. */
export const signInWays = async ({ reached, installation }: Ctx): Promise<Output<'identity', 'signInWays'>> => ({ oidc: reached as string | null, demo: installation.isDemo })
