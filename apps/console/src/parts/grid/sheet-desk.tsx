import { Alert, App, Button, Progress } from 'antd'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useLeave } from '../form/use-leave.ts'
import type { GridColumn } from './column.ts'
import { Grid } from './grid.tsx'
import styles from './sheet-desk.module.css'
import { go, isBlank, nextFault, redo, removeRows, settle, undo } from './sheet.ts'
import type { Derive, Sheet } from './sheet.ts'
import { useCounted } from './use-counted.ts'
import type { Sending, useHandIn } from './use-hand-in.ts'

type Hand = ReturnType<typeof useHandIn>

interface SheetDeskProps {
  label: string
  /** How what is written in a row is counted: 人, 条. */
  measure: string
  columns: readonly GridColumn[]
  frozen?: number
  sheet: Sheet
  change: (next: (sheet: Sheet) => Sheet) => void
  derive?: Derive
  hand: Omit<Hand, 'check' | 'say'> & { check: unknown }
  /** What has to be done before anything can be handed in, in words. */
  lacking?: string | undefined
  /** Before the buttons, and between them and the sheet. */
  before?: ReactNode
  beside?: ReactNode
}

/** A sheet to type in with what is wrong in it, and the way to hand it in. */
export function SheetDesk({ label, measure, columns, frozen, sheet, change, derive, hand, lacking, before, beside }: SheetDeskProps) {
  const { check, faultsOf, said, handIn, sending, stop } = hand
  const input = useRef<HTMLTextAreaElement>(null)
  const { written, wrong, looked, all } = useCounted(sheet.rows, (row) => faultsOf(row).some(Boolean), { check, said })
  const { message } = App.useApp()
  useLeave(() => sheet.rows.some((row) => !isBlank(row)))
  const isSending = sending !== undefined && !sending.isOver
  const isCounting = looked < all
  const send = async () => {
    if (lacking) return void message.info(lacking)
    const standing = settle(sheet, derive)
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
      {sending?.isOver && <Alert showIcon closable type={sending.refused > 0 ? 'warning' : 'success'} title={outcome(sending, measure)} />}
      <div className={styles.bar}>
        {before}
        <Button type="primary" loading={isSending} disabled={written === 0 || isCounting} onClick={() => void send()}>登记{!isCounting && written > wrong ? ` ${written - wrong} ${measure}` : ''}</Button>
        {isSending && <><Progress style={{ width: 180 }} percent={Math.floor((sending.done + sending.refused) / Math.max(1, sending.all) * 100)} aria-label="登记进度" /><Button onClick={stop}>停止</Button></>}
        <Button disabled={isSending || sheet.past.length === 0} onClick={() => change(undo)}>撤销</Button>
        <Button disabled={isSending || sheet.future.length === 0} onClick={() => change(redo)}>重做</Button>
        <Button disabled={isSending} onClick={() => change(removeRows)}>删除所选行</Button>
        {wrong > 0 && <Button danger disabled={isCounting} onClick={next}>下一处错误（{wrong} 行）</Button>}
        {isCounting && <span className="faint" role="status">正在检查 {looked} / {all} 行</span>}
      </div>
      {beside}
      <div className={styles.sheet}><Grid label={label} columns={columns} frozen={frozen} sheet={sheet} change={change} derive={derive} faultsOf={faultsOf} isLocked={isSending} input={input} /></div>
      <p className={styles.foot}>
        <span className={styles.fault}>{faultsOf(sheet.rows[sheet.at.row]!)[sheet.at.column] ?? ''}</span>
        <span>Ctrl+D 向下填充 · Ctrl+Z 撤销 · F2 修改 · Alt+↓ 选择 · 拖右下角的方块复制 · 按 Esc 再按 Tab 离开表格</span>
      </p>
    </>
  )
}

function outcome({ all, done, refused }: Sending, measure: string): string {
  const [left, faulty] = [all - done - refused, refused > 0 ? `，${refused} 行没有通过，原因见标红的格子` : '']
  return `已登记 ${done} ${measure}${faulty}${left > 0 ? `，${left} 行还没有登记` : ''}。`
}
