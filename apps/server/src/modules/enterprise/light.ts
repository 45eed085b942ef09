/** A second door, for threads that must not load all that the first one opens. */
export { filledIn as filledInEnterprise } from './rules.ts'
