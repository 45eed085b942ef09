import { defineModule } from '../../kernel/module.ts'
import { blow } from './blow.ts'
import { remind } from './jobs.ts'
import { figures, get, list, trace } from './read.ts'
import { rule, setRule } from './rule-actions.ts'
import { take } from './take.ts'
import { words } from './words.ts'

export const whistle = defineModule({ name: 'whistle', handle: { blow, take, list, get, trace, figures, rule, setRule }, jobs: { 'whistle.remind': remind }, words })
