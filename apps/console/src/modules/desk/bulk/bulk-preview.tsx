import { eventStatus, eventStep } from '@linli/contract/words/index'
import { Link } from 'react-router'
import styles from './bulk.module.css'
import type { BulkStep, Foreseen } from './bulk-step.ts'

const reasons: Record<NonNullable<Foreseen['hindrance']>, (row: Foreseen, step: BulkStep) => string> = {
  state: (row, step) => `现在是“${eventStatus[row.status]}”，不能${eventStep[step]}`,
  post: () => '您的岗位不能办这一步',
  other: () => '这件事现在的情况不能办这一步（如有申请待审批、没有申请、已在督办）',
}

interface BulkPreviewProps { step: BulkStep, rows: Foreseen[], why: (row: Foreseen) => string | undefined, isMore: boolean }

/** What will happen: how many take the step, and each that does not with its reason. */
export function BulkPreview({ step, rows, why, isMore }: BulkPreviewProps) {
  const left = rows.flatMap((row) => {
    const reason = row.hindrance ? reasons[row.hindrance](row, step) : why(row)
    return reason ? [{ row, reason }] : []
  })
  const able = rows.filter((row) => !left.some((one) => one.row === row))
  return (
    <section aria-label="预览" className={styles.preview}>
      <p role="status"><strong>{able.length}</strong> 件可以{eventStep[step]}{left.length > 0 && <>，<strong>{left.length}</strong> 件不能办、将保持不变</>}。{isMore && '一次最多办最新的 500 件，其余请办完后再选。'}</p>
      <details>
        <summary>看看可以办的 {able.length} 件</summary>
        <ul className={styles.list} aria-label="可以办的事件">{able.map((row) => <li key={row.id}><Link to={`/event/${row.id}`} target="_blank">{row.title}</Link><span className="faint">{eventStatus[row.status]}</span></li>)}</ul>
      </details>
      {left.length > 0 && (
        <ul className={styles.list} aria-label="不能办的事件">
          {left.map(({ row, reason }) => <li key={row.id}><Link to={`/event/${row.id}`} target="_blank">{row.title}</Link><span className="faint">{reason}</span></li>)}
        </ul>
      )}
    </section>
  )
}
