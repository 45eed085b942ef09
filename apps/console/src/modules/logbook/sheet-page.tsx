import { areaAt } from '@linli/standards/area-path'
import { Alert, App, Button, Progress } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { useLeave } from '../../parts/form/use-leave.ts'
import { Grid } from '../../parts/grid/grid.tsx'
import { emptySheet, go, isBlank, nextFault, redo, removeRows, settle, undo } from '../../parts/grid/sheet.ts'
import type { Sheet } from '../../parts/grid/sheet.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { useCounted } from '../entry/use-counted.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { privacyNote } from './enter-entry.tsx'
import styles from './logbook.module.css'
import { isOfRecord } from './logbook-view.ts'
import type { Book } from './logbook-view.ts'
import { checkerOf, columnsOf } from './sheet-rows.ts'
import { useHandIn } from './use-hand-in.ts'

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
  const change = (next: (now: Sheet) => Sheet) => setSheet(next)
  const { faultsOf, said, handIn, sending } = useHandIn(columns, check)
  const input = useRef<HTMLTextAreaElement>(null)
  const { written, wrong, looked, all } = useCounted(sheet.rows, (row) => faultsOf(row).some(Boolean), { check, said })
  const { message } = App.useApp()
  useLeave(() => sheet.rows.some((row) => !isBlank(row)))
  const isSending = sending !== undefined && !sending.isOver
  const isCounting = looked < all
  const send = async () => {
    if (asksArea && area === undefined) return void message.info('请先选择辖区')
    const standing = settle(sheet)
    change(() => standing)
    if (standing.rows.every((row) => isBlank(row) || faultsOf(row).some(Boolean))) return void message.info('没有可以登记的行，请先改好标红的格子')
    await handIn(standing, change)
  }
  const next = () => {
    change((held) => go(held, nextFault(held, faultsOf)))
    input.current?.focus()
  }
  return (
    <div className={styles.page}>
      <PageHeader title={`${book.name}：表格录入`} back={{ to: `/logbook/${book.id}`, words: book.name }} hint={`像在 Excel 里一样逐行填写，也可以整块粘贴。${privacyNote(book.note, book.fields)}`} />
      {sending?.isOver && <Alert showIcon closable type={sending.refused > 0 ? 'warning' : 'success'} title={`已登记 ${sending.done} 条${sending.refused > 0 ? `，${sending.refused} 行没有通过，原因见标红的格子` : ''}。`} />}
      <div className={styles.bar}>
        {asksArea && <AreaSelect aria-label="辖区" deepest="grid" placeholder="登记到哪个社区" style={{ width: 220 }} value={area} onChange={setArea} />}
        <Button type="primary" loading={isSending} disabled={written === 0 || isCounting} onClick={() => void send()}>登记{!isCounting && written > wrong ? ` ${written - wrong} 条` : ''}</Button>
        {isSending && <Progress style={{ width: 180 }} percent={Math.floor((sending.done + sending.refused) / Math.max(1, sending.all) * 100)} aria-label="登记进度" />}
        <Button disabled={isSending || sheet.past.length === 0} onClick={() => change(undo)}>撤销</Button>
        <Button disabled={isSending || sheet.future.length === 0} onClick={() => change(redo)}>重做</Button>
        <Button disabled={isSending} onClick={() => change(removeRows)}>删除所选行</Button>
        {wrong > 0 && <Button danger disabled={isCounting} onClick={next}>下一处错误（{wrong} 行）</Button>}
      </div>
      <div className={styles.sheet}><Grid label={book.name} columns={columns} frozen={isOfRecord(book.about) ? 2 : 1} sheet={sheet} change={change} faultsOf={faultsOf} isLocked={isSending} input={input} /></div>
      <p className={styles.foot}>
        <span className={styles.fault}>{faultsOf(sheet.rows[sheet.at.row]!)[sheet.at.column] ?? ''}</span>
        <span>Ctrl+D 向下填充 · Ctrl+Z 撤销 · F2 修改 · Alt+↓ 选择 · 按 Esc 再按 Tab 离开表格</span>
      </p>
    </div>
  )
}
