import { communityMatters } from './community.ts'
import { nationalMatters } from './national.ts'
import type { DirectoryMatter } from './text.ts'

export { communityDirectory } from './community.ts'
export { defaultRules, defaultStepLimits, type DefaultRule } from './limits.ts'
export { nationalStandard } from './national.ts'
export type { DirectoryMatter } from './text.ts'

/** Every matter a new installation starts with: the national directory and the community's own tree. */
export const directory: readonly DirectoryMatter[] = [...nationalMatters, ...communityMatters]
