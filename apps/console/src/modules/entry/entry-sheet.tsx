import { Alert, App, Button, Progress } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useLeave } from '../../parts/form/use-leave.ts'
import { Grid } from '../../parts/grid/grid.tsx'
import { emptySheet, go, isBlank, nextFault, redo, removeRows, reshape, undo } from '../../parts/grid/sheet.ts'
import type { Sheet } from '../../parts/grid/sheet.ts'
import { useToday } from '../../parts/use-today.ts'
import { Twins } from '../person/likely-twins.tsx'
import type { Unit } from './door.ts'
import { checkerOf, columnsOf, knownOf } from './entry-rows.ts'
import type { FieldView } from './entry-rows.ts'
import styles from './entry.module.css'
import { useCounted } from './use-counted.ts'
import { useEntry } from './use-entry.ts'
import { useRowTwins } from './use-row-twins.ts'

interface EntrySheetProps { area: string, units: readonly Unit[] | undefined, fields: readonly FieldView[], roles: readonly { code: string, label: string }[] }

/** The sheet itself, with what is wrong in it, and the way to hand it in. */
export function EntrySheet({ area, units, fields, roles }: EntrySheetProps) {
  const today = useToday()
  const columns = useMemo(() => columnsOf(fields, roles.map(({ label }) => label), units), [fields, roles, units])
  const check = useMemo(() => checkerOf(columns, { area, units, fields }, knownOf(fields, today, { entries: [...roles] })), [columns, area, units, fields, today, roles])
  const [{ sheet, keys }, setHeld] = useState(() => ({ sheet: emptySheet(columns.length), keys: columns.map(({ key }) => key) }))
  const now = columns.map(({ key }) => key)
  // Other columns were chosen: what stands in those that stay, stays.
  if (now.join(' ') !== keys.join(' ')) setHeld({ sheet: reshape(sheet, now.map((key) => keys.indexOf(key))), keys: now })
  const change = (next: (sheet: Sheet) => Sheet) => setHeld((held) => ({ ...held, sheet: next(held.sheet) }))
  const { faultsOf, said, alikeTo, heard, tellApart, handIn, sending, stop, derive, settled } = useEntry(columns, check, today)
  const input = useRef<HTMLTextAreaElement>(null)
  useRowTwins(sheet, check, heard)
  const { written, wrong, looked, all } = useCounted(sheet.rows, (row) => faultsOf(row).some(Boolean), { check, said })
  const { message } = App.useApp()
  useLeave(() => sheet.rows.some((row) => !isBlank(row)))
  if (sheet.columns !== columns.length) return null
  const active = sheet.rows[sheet.at.row]!
  const isSending = sending !== undefined && !sending.isOver
  const isCounting = looked < all
  const send = async () => {
    const standing = settled(sheet)
    change(() => standing)
    if (standing.rows.every((row) => isBlank(row) || faultsOf(row).some(Boolean))) return void message.info('没有可以登记的行，请先改好标红的格子')
    await handIn(standing, change)
  }
  const next = () => {
    change((held) => go(held, nextFault(held, faultsOf)))
    input.current?.focus()
  }
  return (
    <>
      {sending?.isOver && <Alert showIcon closable type={sending.refused > 0 ? 'warning' : 'success'} title={`已登记 ${sending.done} 人${sending.refused > 0 ? `，${sending.refused} 行没有通过，原因见标红的格子` : ''}${sending.done + sending.refused < sending.all ? `，${sending.all - sending.done - sending.refused} 行还没有登记` : ''}。`} />}
      <div className={styles.bar}>
        <Button type="primary" loading={isSending} disabled={written === 0 || isCounting} onClick={() => void send()}>登记{!isCounting && written > wrong ? ` ${written - wrong} 人` : ''}</Button>
        {isSending && <><Progress style={{ width: 180 }} percent={Math.floor((sending.done + sending.refused) / Math.max(1, sending.all) * 100)} aria-label="登记进度" /><Button onClick={stop}>停止</Button></>}
        <Button disabled={isSending || sheet.past.length === 0} onClick={() => change(undo)}>撤销</Button>
        <Button disabled={isSending || sheet.future.length === 0} onClick={() => change(redo)}>重做</Button>
        <Button disabled={isSending} onClick={() => change(removeRows)}>删除所选行</Button>
        {wrong > 0 && <Button danger disabled={isCounting} onClick={next}>下一处错误（{wrong} 行）</Button>}
        {isCounting && <span className="faint" role="status">正在检查 {looked} / {all} 行</span>}
      </div>
      <Twins people={alikeTo(active)} apart={{ ids: [], tell: (ids) => tellApart(active, ids) }} />
      <div className={styles.sheet}><Grid label="人口登记表" columns={columns} sheet={sheet} change={change} derive={derive} faultsOf={faultsOf} isLocked={isSending} input={input} /></div>
      <p className={styles.foot}>
        <span className={styles.fault}>{faultsOf(active)[sheet.at.column] ?? ''}</span>
        <span>Ctrl+D 向下填充 · Ctrl+Z 撤销 · F2 修改 · Alt+↓ 选择 · 拖右下角的方块复制 · 按 Esc 再按 Tab 离开表格</span>
      </p>
    </>
  )
}
