/** A second door, for threads that must not load all that the first one opens. */
export { openColumns, packedColumns, unpacked, type Packable, type PackedType } from './packed.ts'
export { laidDown, laidOut, takenUp } from './store.ts'
