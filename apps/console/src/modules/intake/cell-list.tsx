import { Checkbox } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { valueWords } from './intake-view.ts'
import type { Row } from './intake-view.ts'
import styles from './intake.module.css'

/** What somebody made of the cells of a line in Excel: old and new, what was changed here meanwhile, and whether it is to be taken. */
export function CellList({ batch, row }: { batch: string, row: Row }) {
  const { no, differences, faults } = row
  const choose = useTell('intake', 'choose')
  // What was ticked stands at once, until the server has said how the row stands.
  const [ticked, setTicked] = useState<{ of: Row, field?: string, isTaken?: boolean }>({ of: row })
  const stands = (field: string, isTaken: boolean) => (ticked.of === row && ticked.field === field ? ticked.isTaken === true : isTaken)
  const tick = (field: string, isTaken: boolean) => {
    setTicked({ of: row, field, isTaken })
    choose.mutate({ id: batch, cells: [{ no, field }], isTaken }, { onError: () => setTicked({ of: row }) })
  }
  return (
    <ul className={styles.cells}>
      {differences.map(({ field, label, before, after, sent = null, isConflict = false, isTaken = false }) => (
        <li key={field} className={isConflict ? styles.conflict : undefined}>
          <Checkbox checked={stands(field, isTaken)} disabled={choose.isPending} onChange={({ target }) => tick(field, target.checked)} aria-label={`第 ${no} 行采纳“${label}”`}>
            {label}：{isSame(before, after) ? '号码有变（遮盖后相同）' : <><del className="faint">{valueWords(before)}</del> → <strong>{valueWords(after)}</strong></>}
          </Checkbox>
          {isConflict && <div className={styles.beside}><span className={styles.flag}>系统里也改过</span><span className="faint">导出时是“{valueWords(sent)}”，现在是“{valueWords(before)}”</span></div>}
          {!isConflict && after === null && <div className={styles.beside}><span className={styles.flag}>删空</span></div>}
        </li>
      ))}
      {faults.map(({ column, title, message }) => <li key={`told ${column}`} className="faint">{title}：{message}</li>)}
    </ul>
  )
}

const isSame = (one: Row['differences'][number]['before'], other: typeof one) => JSON.stringify(one) === JSON.stringify(other)
