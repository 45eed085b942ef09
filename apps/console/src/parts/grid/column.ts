export interface GridColumn {
  key: string
  title: string
  width: number
  isRequired?: boolean
  /** What may be chosen; another text is a fault that `faultsOf` tells. */
  options?: readonly string[]
  /** Options only complete what is written: where several fit, what was written stands unless one is chosen. */
  isFree?: boolean
  /** Several of them, with 、 between. */
  isMany?: boolean
  /** How it is to be written. */
  hint?: string
}

export const rowHeight = 30
export const numberWidth = 52

/** Where each column begins, and how wide all are. */
export interface Lefts { at: number[], total: number }

export function leftsOf(columns: readonly GridColumn[]): Lefts {
  let total = 0
  const at = columns.map(({ width }) => {
    total += width
    return total - width
  })
  return { at, total }
}
