import { useEffect, useRef } from 'react'
import { call } from '../../kernel/call.ts'
import type { Sheet, SheetRow } from '../../parts/grid/sheet.ts'
import type { Alike } from '../person/alike.tsx'
import type { Checker } from './entry-rows.ts'

export type Looked = { same: { id: string, name: string } | null, elsewhere: string | null, rows: Alike[] }

/** Rows around the one that is typed in: what is pasted by the thousand is compared when it is handed in. */
const around = 2
const pauseMs = 600

/** Asks who a row may be as soon as it is whole, once for each row as long as it stays as it is. */
export function useRowTwins({ rows, at, typing }: Pick<Sheet, 'rows' | 'at' | 'typing'>, check: Checker, heard: (row: SheetRow, looked: Looked) => void): void {
  const asked = useRef(new WeakSet<SheetRow>())
  useEffect(() => {
    if (typing !== null) return undefined
    const timer = setTimeout(() => {
      for (const row of rows.slice(Math.max(0, at.row - around), at.row + around + 1)) {
        const checked = check(row)
        if (!('input' in checked) || asked.current.has(row)) continue
        asked.current.add(row)
        const { name, certificateNumber, phone, birth, certificate } = checked.input.values ?? {}
        const isCitizen = certificate === undefined || certificate === '111'
        void call('person', 'alike', { name: String(name), at: checked.input.at, ...(typeof certificateNumber === 'string' && isCitizen && { certificateNumber }), ...(typeof phone === 'string' && { phone }), ...(typeof birth === 'string' && { birth }) })
          .then((looked) => heard(row, looked), () => asked.current.delete(row))
      }
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [rows, at.row, typing, check, heard])
}
