/** A second door, for threads that must not load all that the first one opens. */
export { filledIn, rowOf, type Stored } from './row.ts'
