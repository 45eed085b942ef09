export { lookAt, type Candidate, type Look, type Wish } from './look.ts'
export { cameWith, differenceOf, isMoved, isTouched, markOf, sentText } from './returned-rules.ts'
export { cellsOf, certificateIn, exportIn, isEmpty, isNote, isOurs, knownColumns, lookOver, nothingRead, openReader, packTexts, textOf, unpackTexts, written, type Cell, type Fault, type Read1, type ReadOne, type Taken, type Texts } from './rules.ts'
