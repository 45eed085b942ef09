import { defineModule } from '../../kernel/module.ts'
import { compare, posts } from './compare.ts'
import { exportFigures } from './export.ts'
import { facts, setFact } from './fact.ts'
import { freeze, frozen, frozenEvents, months } from './freeze.ts'
import { count } from './jobs.ts'
import { events, figures, recurring, recurringEvents, structure } from './read.ts'

export { closingMeasures, openMeasures, reportMeasures, stageMeasures } from './measures.ts'
export { before, lastYear, spansOf, type Period } from './period-rules.ts'
export { recurringPlaces, widespread } from './read.ts'
export { refresh } from './tally.ts'

export const insight = defineModule({
  name: 'insight',
  handle: { figures, structure, compare, posts, facts, setFact, events, recurring, recurringEvents, months, frozen, frozenEvents, freeze, export: exportFigures },
  jobs: { 'insight.refresh': count },
  words: { 'insight.frozen': '固化月报', 'insight.fact-set': '设置人口与面积' },
})
