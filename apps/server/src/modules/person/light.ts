/** A second door, for threads that must not load all that the first one opens. */
export { clearOf, filledIn, type Clear } from './row.ts'
export { openSealing } from './sealing.ts'
