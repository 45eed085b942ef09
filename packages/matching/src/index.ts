export { shippedThresholds, type Band, type Thresholds } from './band.ts'
export { evaluate, intervalOf, type Evaluated, type Query } from './evaluation.ts'
export { matcherOf, type Entry, type Match, type Matcher, type Ranked, type Settings } from './matcher.ts'
