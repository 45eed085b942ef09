/** A second door, for threads that must not load all that the first one opens. */
export { laidDown, takenUp } from './store.ts'
