import { eventStatus } from '@linli/contract/words/index'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import type { EventView } from '../event/event-view.ts'
import styles from './similar-list.module.css'

interface SimilarListProps { event: EventView, merge: (into: string) => void }

/** Open events of the same matter nearby, with 并案 at hand where one may. */
export function SimilarList({ event, merge }: SimilarListProps) {
  const query = useAsk('event', 'similar', { matter: event.matter.code, point: event.point ?? { lng: 120, lat: 30 }, except: event.id }, { isWanted: event.point !== null })
  const mayMerge = event.steps.includes('merge')
  return (
    <section className="panel" aria-labelledby="similar">
      <h2 id="similar" className="panel-title">附近的同类事件</h2>
      {event.point === null ? <p className={styles.none}>这件事没有定点，无法比较。</p> : (
        <Answer query={query} isSmall>
          {({ rows }) => rows.length === 0 ? <p className={styles.none}>附近近期没有同类的在办事件。</p> : (
            <ul>
              {rows.map((row) => (
                <li key={row.id} className={styles.row}>
                  <Link to={`/event/${row.id}`}>{row.title}</Link>
                  <p className="faint">{eventStatus[row.status]} · 相距 {row.metres} 米 · {whenWords(row.reportedAt)}</p>
                  {mayMerge && <Button size="small" onClick={() => merge(row.id)} aria-label={`并入这件：“${row.title}”`}>并入这件</Button>}
                </li>
              ))}
            </ul>
          )}
        </Answer>
      )}
    </section>
  )
}
