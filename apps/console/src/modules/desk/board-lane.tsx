import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import type { ListTrail } from '../event/event-columns.tsx'
import type { EventRow } from '../event/event-view.ts'
import { LightTag } from '../event/light-tag.tsx'
import { FlagTags, SeverityTag, StatusTag } from '../event/status-tag.tsx'
import { useTotal } from '../event/use-total.ts'
import { questionOf } from './board.ts'
import type { BoardFilter, Lane } from './board.ts'
import styles from './board-lane.module.css'

interface BoardLaneProps { lane: Lane, filter: BoardFilter, from: string }

/** The events of one state, page by page. */
export function BoardLane({ lane, filter, from }: BoardLaneProps) {
  const [marks, setMarks] = useState<string[]>([])
  const query = useAsk('event', 'list', questionOf(lane, filter, marks[marks.length - 1]), { keepsLast: true })
  const total = useTotal({ ...filter, status: lane.status }, marks[marks.length - 1], query.data)
  const next = query.data?.next
  const trail: ListTrail = { ids: query.data?.rows.map(({ id }) => id) ?? [], from }
  return (
    <section className={styles.lane} aria-labelledby={`lane-${lane.key}`} aria-busy={query.isFetching}>
      <h2 id={`lane-${lane.key}`} className={styles.title}>{lane.title}{total && <span className={styles.count}>{total.total}{total.isMore && '+'}<span className="hidden"> 件</span></span>}</h2>
      <div className={styles.cards}>
        <Answer query={query} isSmall>
          {({ rows }) => rows.length === 0 ? <p className={styles.none}>没有事件</p> : <ul>{rows.map((row) => <li key={row.id}><Card row={row} trail={trail} isMixed={lane.status.length > 1} /></li>)}</ul>}
        </Answer>
      </div>
      {(marks.length > 0 || next) && (
        <nav aria-label={`${lane.title}翻页`} className={styles.pages}>
          <Button size="small" type="text" aria-label="上一页" disabled={marks.length === 0} icon={<LeftOutlined aria-hidden />} onClick={() => setMarks(marks.slice(0, -1))} />
          <span>第 {marks.length + 1} 页</span>
          <Button size="small" type="text" aria-label="下一页" disabled={!next} icon={<RightOutlined aria-hidden />} onClick={() => next && setMarks([...marks, next])} />
        </nav>
      )}
    </section>
  )
}

const Card = ({ row, trail, isMixed }: { row: EventRow, trail: ListTrail, isMixed: boolean }) => (
  <Link data-row-link to={`/event/${row.id}`} state={trail} className={`${styles.card} ${styles[row.light ?? 'none']}`}>
    <span className={styles.name}><SeverityTag severity={row.severity} /><FlagTags flags={row.flags} light={row.light} /> {row.title}</span>
    <span className={styles.tags}>{isMixed && <StatusTag status={row.status} />}<LightTag light={row.light} dueAt={row.dueAt} /></span>
    <span className={styles.faint}>{row.matter.name}{row.unit && ` · ${row.unit.name}`}</span>
  </Link>
)
