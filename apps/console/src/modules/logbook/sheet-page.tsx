import { areaAt } from '@linli/standards/area-path'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { callOnce } from '../../kernel/call.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { SheetDesk } from '../../parts/grid/sheet-desk.tsx'
import styles from '../../parts/grid/sheet-desk.module.css'
import { emptySheet } from '../../parts/grid/sheet.ts'
import { useHandIn } from '../../parts/grid/use-hand-in.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { privacyNote } from './enter-entry.tsx'
import { isOfRecord } from './logbook-view.ts'
import type { Book } from './logbook-view.ts'
import { checkerOf, columnsOf, faultsFrom } from './sheet-rows.ts'

/** Many entries one below the other, as in a spreadsheet, or pasted from one. */
export default function SheetPage() {
  const { id = '' } = useParams()
  const query = useAsk('logbook', 'book', { id })
  return <Answer query={query}>{(book) => <EntrySheet key={`${book.id} ${book.revision}`} book={book} />}</Answer>
}

function EntrySheet({ book }: { book: Book }) {
  const today = useToday()
  const home = myAreas(useMe())[0]?.path ?? '/'
  const asksArea = !isOfRecord(book.about) && areaAt(home, 'community') === undefined
  const [area, setArea] = useState<string>()
  const columns = useMemo(() => columnsOf(book), [book])
  const check = useMemo(() => checkerOf(book, columns, { today, area }), [book, columns, today, area])
  const [sheet, setSheet] = useState(() => emptySheet(columns.length))
  const hand = useHandIn({ check, enter: (input, _, key) => callOnce(key)('logbook', 'enter', input), faultsFrom: (problem) => faultsFrom(problem, columns), topics: ['logbook'] })
  return (
    <div className={styles.page}>
      <PageHeader title={`${book.name}：表格录入`} back={{ to: `/logbook/${book.id}`, words: book.name }} hint={`像在 Excel 里一样逐行填写，也可以整块粘贴。${privacyNote(book.note, book.fields)}`} />
      <SheetDesk label={book.name} measure="条" columns={columns} frozen={isOfRecord(book.about) ? 2 : 1} sheet={sheet} change={setSheet} hand={hand} lacking={asksArea && area === undefined ? '请先选择辖区' : undefined}
        before={asksArea && <AreaSelect aria-label="辖区" deepest="grid" placeholder="登记到哪个社区" style={{ width: 220 }} value={area} onChange={setArea} />} />
    </div>
  )
}
