import { eventStatus } from '@linli/contract/words/index'
import { minuteWords, whenExact } from '../../parts/when.ts'
import type { Stage } from './event-view.ts'
import styles from './stage-table.module.css'

/** How long each stage took against its limit, as it was measured when it ended. */
export const StageTable = ({ stages }: { stages: Stage[] }) => (
  <section className="panel" aria-labelledby="stages">
    <h2 id="stages" className="panel-title">各环节用时</h2>
    <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="stages">
      <table className={styles.table}>
        <thead><tr><th scope="col">环节</th><th scope="col">时限</th><th scope="col">用时</th><th scope="col">暂停</th><th scope="col">超时</th></tr></thead>
        <tbody>{stages.filter(({ status }) => !isEnd(status)).map((stage) => <StageRow key={stage.from} stage={stage} />)}</tbody>
      </table>
    </div>
  </section>
)

const StageRow = ({ stage }: { stage: Stage }) => (
  <tr>
    <th scope="row" title={`${whenExact(stage.from)} 至 ${stage.to ? whenExact(stage.to) : '现在'}`}>
      {eventStatus[stage.status]}{stage.by && <span className={styles.by}>{stage.by}</span>}
    </th>
    <td>{stage.limit ?? '不限'}</td>
    <td>{stage.to ? minutes(stage.usedMinutes) : '进行中'}</td>
    <td>{stage.pausedMinutes ? minutes(stage.pausedMinutes) : '—'}</td>
    <td>{stage.overdueMinutes ? <strong className={styles.over}>超 {minuteWords(stage.overdueMinutes)}{stage.overdueTimes !== null && `（${stage.overdueTimes} 倍时限）`}</strong> : '—'}</td>
  </tr>
)

/** Nobody works on what is over. */
const isEnd = (status: Stage['status']) => status === 'closed' || status === 'cancelled' || status === 'merged'

const minutes = (count: number | null) => count === null ? '—' : minuteWords(count)
