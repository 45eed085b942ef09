import { defineModule } from '../../kernel/module.ts'
import { clusters, counts, foresee } from './actions.ts'
import { holds } from './held.ts'
import { open } from './open.ts'
import { today } from './today.ts'

export const desk = defineModule({ name: 'desk', handle: { today, counts, open, clusters, foresee }, holds, words: {} })
