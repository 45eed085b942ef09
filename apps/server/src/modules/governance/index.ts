import { defineModule } from '../../kernel/module.ts'
import { clues } from './clues.ts'
import { exportItems } from './export.ts'
import { found } from './found.ts'
import { when } from './jobs.ts'
import { events, get, list, trace } from './read.ts'
import { take } from './take.ts'
import { words } from './words.ts'

export const governance = defineModule({ name: 'governance', handle: { found, take, list, get, trace, events, clues, export: exportItems }, when, words })
