// Counts and keeps; it has no endpoints: `indicator` asks for it.
export { dailyFlow, dailyPast, firstDay, keysAt, keysIn, look, marks, turnOf, type Choice, type Counts, type Look, type OfDay, type Places, type Spans } from './read-queries.ts'
export { countTouched, prove, proveAll, type Counting, type Difference } from './settle.ts'
export { isCounted, keyOf, labelsOf, wordsOf, type Dimension, type Measure, type Source } from './source.ts'
