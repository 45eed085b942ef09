export { shippedThresholds, type Band, type Thresholds } from './band.ts'
export { aurocIntervalOf, evaluate, intervalOf, type Evaluated, type Evaluation, type Query } from './evaluation.ts'
export type { Entry } from './entry.ts'
export { matcherOf, type Match, type Matcher, type Ranked, type Settings } from './matcher.ts'
