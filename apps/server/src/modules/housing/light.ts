/** A second door, for threads that must not load all that the first one opens. */
export { areasOf, nowhere, openLookUp, type AreaOf, type Found, type Looked } from './place-rules.ts'
