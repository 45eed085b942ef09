import { Alert, App, Button } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { longFresh, useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useLeave } from '../../parts/form/use-leave.ts'
import { rowHeight } from '../../parts/grid/column.ts'
import { Grid } from '../../parts/grid/grid.tsx'
import { fixedSheet, go, nextFault, redo, settle, undo } from '../../parts/grid/sheet.ts'
import type { Sheet } from '../../parts/grid/sheet.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { faultyOf } from './intake-view.ts'
import type { Look } from './intake-view.ts'
import styles from './intake.module.css'
import { columnsFor, faultsFor, knownOf, rowsFor, writtenIn } from './mend-rows.ts'
import type { Plan } from './mend-rows.ts'

/** For the choices of a cell in the last row, and to scroll sideways. */
const roomBelow = 180

/** The rows that something is wrong with, in a grid: mended where they stand, and looked over anew when they are sent. */
export function MendSheet({ batch }: { batch: Look }) {
  /** Behind which rows the pages before began. */
  const [trail, setTrail] = useState<number[]>([])
  const query = useAsk('intake', 'toMend', { id: batch.id, after: trail[trail.length - 1] ?? 0 }, { isLogged: true })
  // Every kind of record answers alike.
  const fields = useAsk(batch.kind as 'person', 'fields', { area: batch.area }, { freshMs: longFresh })
  const today = useToday()
  const turn: Turn = { page: trail.length + 1, ...trail.length > 0 && { back: () => setTrail(trail.slice(0, -1)) }, ...query.data?.next && { on: () => setTrail([...trail, query.data.next!]) } }
  return (
    <Answer query={query}>{(page) => <Answer query={fields}>{({ rows }) => page.rows.length > 0
      ? <Mend key={query.dataUpdatedAt} batch={batch} plan={{ page, fields: rows, known: knownOf(rows, today) }} turn={turn} />
      : <Nothing words={trail.length > 0 ? '后面没有要改的行了' : '没有要改的行'}>{trail.length > 0 && <Button onClick={() => setTrail([])}>回到第一页</Button>}</Nothing>}</Answer>}</Answer>
  )
}

/** Which page stands in the grid, and the way to the others. */
interface Turn { page: number, back?: () => void, on?: () => void }

function Mend({ batch, plan, turn }: { batch: Look, plan: Plan, turn: Turn }) {
  const { page } = plan
  const [{ columns, faultsOf }] = useState(() => ({ columns: columnsFor(plan), faultsOf: faultsFor(plan) }))
  const [sheet, setSheet] = useState<Sheet>(() => firstFault(fixedSheet(columns.length, rowsFor(page)), faultsOf))
  const input = useRef<HTMLTextAreaElement>(null)
  const { message } = App.useApp()
  const mend = useTell('intake', 'mend')
  const written = useMemo(() => writtenIn(sheet, page), [sheet, page])
  useLeave(() => written.length > 0 && !mend.isPending)
  /** What was written is not lost by turning the page: it is saved first. */
  const send = (turned?: () => void) => {
    const standing = settle(sheet)
    setSheet(standing)
    const rows = writtenIn(standing, page)
    if (rows.length === 0) return turned ? turned() : void message.info('还没有改动')
    mend.mutate({ id: batch.id, rows }, { onSuccess: (after) => {
      turned?.()
      const [mended, left] = [faultyOf(batch) - faultyOf(after), faultyOf(after)]
      void (left === 0 ? message.success(`改好 ${mended} 行，可以导入了`) : message.info(`改好 ${Math.max(0, mended)} 行，还有 ${left} 行要改`))
    } })
  }
  const next = () => {
    setSheet((now) => go(now, nextFault(now, faultsOf)))
    input.current?.focus()
  }
  return (
    <>
      <div className={styles.bar}>
        <Button type="primary" loading={mend.isPending} onClick={() => send()}>保存改动{written.length > 0 ? `（${written.length} 行）` : ''}</Button>
        <Button disabled={mend.isPending || sheet.past.length === 0} onClick={() => setSheet(undo)}>撤销</Button>
        <Button disabled={mend.isPending || sheet.future.length === 0} onClick={() => setSheet(redo)}>重做</Button>
        <Button onClick={next}>下一处错误</Button>
        {(turn.back ?? turn.on) && (
          <nav className={styles.turn} aria-label="待修改的行翻页">
            <Button disabled={!turn.back || mend.isPending} onClick={() => send(turn.back)}>上一页</Button>
            <span>第 {turn.page} 页，共 {faultyOf(batch)} 行</span>
            <Button disabled={!turn.on || mend.isPending} onClick={() => send(turn.on)}>下一页</Button>
          </nav>
        )}
        <span className="faint">{(turn.back ?? turn.on) && '翻页时先保存改动；'}改好保存后重新检查，没有问题的转到要导入的行里。整行清空的不导入。</span>
      </div>
      {mend.error && <Alert type="error" showIcon role="alert" title={wordsOf(mend.error)} />}
      <p className={styles.cellFault} role="status">{faultsOf(sheet.rows[sheet.at.row]!)[sheet.at.column] ?? ''}</p>
      <div className={styles.sheet} style={{ height: `min(60vh, ${String((sheet.rows.length + 1) * rowHeight + roomBelow)}px)` }}><Grid label="待修改的行" columns={columns} sheet={sheet} change={setSheet} faultsOf={faultsOf} isLocked={mend.isPending} input={input} /></div>
    </>
  )
}

const firstFault = (sheet: Sheet, faultsOf: ReturnType<typeof faultsFor>): Sheet => go(sheet, nextFault({ ...sheet, at: { row: 0, column: -1 } }, faultsOf))
