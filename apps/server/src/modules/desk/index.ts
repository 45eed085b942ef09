import { defineModule } from '../../kernel/module.ts'
import { clusters, counts, foresee } from './actions.ts'

export const desk = defineModule({ name: 'desk', handle: { counts, clusters, foresee }, words: {} })
