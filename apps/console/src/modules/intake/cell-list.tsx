import { Checkbox, Tag } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { valueWords } from './intake-view.ts'
import type { Row } from './intake-view.ts'
import styles from './intake.module.css'

/** What somebody made of the cells of a line in Excel: old and new, what was changed here meanwhile, and whether it is to be taken. */
export function CellList({ batch, row: { no, differences } }: { batch: string, row: Row }) {
  const choose = useTell('intake', 'choose')
  return (
    <ul className={styles.cells}>
      {differences.map(({ field, label, before, after, sent = null, isConflict = false, isTaken = false }) => (
        <li key={field} className={isConflict ? styles.conflict : undefined}>
          <Checkbox checked={isTaken} disabled={choose.isPending} onChange={({ target }) => choose.mutate({ id: batch, cells: [{ no, field }], isTaken: target.checked })} aria-label={`第 ${no} 行采纳“${label}”`}>
            {label}：{isSame(before, after) ? '号码有变（遮盖后相同）' : <><del className="faint">{valueWords(before)}</del> → <strong>{valueWords(after)}</strong></>}
          </Checkbox>
          {isConflict && <div className={styles.beside}><Tag color="orange">系统里也改过</Tag><span className="faint">导出时是“{valueWords(sent)}”，现在是“{valueWords(before)}”</span></div>}
          {!isConflict && after === null && <div className={styles.beside}><Tag color="orange">删空</Tag></div>}
        </li>
      ))}
    </ul>
  )
}

const isSame = (one: Row['differences'][number]['before'], other: typeof one) => JSON.stringify(one) === JSON.stringify(other)
