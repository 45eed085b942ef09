import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'

export type Ways = Omit<Output<'identity', 'signInWays'>, 'demo'>

/** What the sign-in pages offer besides name and password: the label of the identity provider, where there is one, and what else is set up outside. */
export const signInWays = async ({ reached, installation }: Ctx): Promise<Output<'identity', 'signInWays'>> => ({ ...reached as Ways, demo: installation.isDemo })
