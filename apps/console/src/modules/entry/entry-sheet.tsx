import { useMemo, useState } from 'react'
import { SheetDesk } from '../../parts/grid/sheet-desk.tsx'
import { emptySheet, reshape } from '../../parts/grid/sheet.ts'
import type { Sheet } from '../../parts/grid/sheet.ts'
import { useToday } from '../../parts/use-today.ts'
import { Twins } from '../person/likely-twins.tsx'
import type { Unit } from './door.ts'
import { checkerOf, columnsOf, filledIn, knownOf } from './entry-rows.ts'
import type { FieldView } from './entry-rows.ts'
import { useEntry } from './use-entry.ts'
import { useRowTwins } from './use-row-twins.ts'

interface EntrySheetProps { area: string, units: readonly Unit[] | undefined, fields: readonly FieldView[], roles: readonly { code: string, label: string }[] }

/** The sheet of people, with whom each row may be already. */
export function EntrySheet({ area, units, fields, roles }: EntrySheetProps) {
  const today = useToday()
  const columns = useMemo(() => columnsOf(fields, roles.map(({ label }) => label), units), [fields, roles, units])
  const check = useMemo(() => checkerOf(columns, { area, units, fields }, knownOf(fields, today, { entries: [...roles] })), [columns, area, units, fields, today, roles])
  const [{ sheet, keys }, setHeld] = useState(() => ({ sheet: emptySheet(columns.length), keys: columns.map(({ key }) => key) }))
  const now = columns.map(({ key }) => key)
  // Other columns were chosen: what stands in those that stay, stays.
  if (now.join(' ') !== keys.join(' ')) setHeld({ sheet: reshape(sheet, now.map((key) => keys.indexOf(key))), keys: now })
  const change = (next: (sheet: Sheet) => Sheet) => setHeld((held) => ({ ...held, sheet: next(held.sheet) }))
  const { hand, alikeTo, heard, tellApart } = useEntry(columns, check)
  useRowTwins(sheet, check, heard)
  if (sheet.columns !== columns.length) return null
  const active = sheet.rows[sheet.at.row]!
  return (
    <SheetDesk label="人口登记表" measure="人" columns={columns} sheet={sheet} change={change} derive={(cells, column) => filledIn(columns, cells, column, today)} hand={hand}
      beside={<Twins people={alikeTo(active)} apart={{ ids: [], tell: (ids) => tellApart(active, ids) }} />} />
  )
}
