export { openBook, SheetProblem } from './book.ts'
export type { Book, Row, SheetInfo } from './book.ts'
export { findHeader, headerAt, plainTitle } from './header.ts'
export type { Cell, Column, Header, Known } from './header.ts'
