import { defineModule } from '../../kernel/module.ts'
import { base } from './actions.ts'

export { tileOf } from './actions.ts'

export const atlas = defineModule({ name: 'atlas', handle: { base }, words: {} })
