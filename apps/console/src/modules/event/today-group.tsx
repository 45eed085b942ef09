import { BellOutlined, ClockCircleOutlined, ExclamationCircleOutlined, InboxOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { Link } from 'react-router'
import { useMe } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import { whenWords } from '../../parts/when.ts'
import type { EventRow } from './event-view.ts'
import { LightTag } from './light-tag.tsx'
import { SeverityTag, StatusTag } from './status-tag.tsx'
import styles from './today-group.module.css'

type Group = Output<'desk', 'today'>['groups'][number]

/** Each group's mark, where the whole list is, and what to say when there is nothing. */
const about: Record<Group['key'], { icon: typeof BellOutlined, to: string, empty: string }> = {
  overdue: { icon: ExclamationCircleOutlined, to: '/event?isMine=1&isOverdue=1&order=due', empty: '没有超时的事件，做得好。' },
  dueSoon: { icon: ClockCircleOutlined, to: '/event?isMine=1&order=due', empty: '近期没有到期的事件。' },
  new: { icon: BellOutlined, to: '/event?isMine=1', empty: '没有新来的事件。' },
  waiting: { icon: InboxOutlined, to: '/event?isMine=1', empty: '没有其他等您办理的事件。' },
}

export function TodayGroup({ group, ids }: { group: Group, ids: string[] }) {
  const { icon: Icon, to, empty } = about[group.key]
  return (
    <section className={`panel ${styles[group.key] ?? ''}`} aria-labelledby={`today-${group.key}`}>
      <h2 id={`today-${group.key}`} className="panel-title">
        <span aria-hidden className={styles.icon}><Icon /></span>{group.title}
        <span className={styles.count}>{group.count}{group.isMore && '+'}<span className="hidden"> 件</span></span>
        {group.count > 0 && <Link to={to} className={styles.all}>全部<span className="hidden">{group.title}</span></Link>}
      </h2>
      {group.rows.length === 0 ? <p className={styles.empty}>{empty}</p> : <ul>{group.rows.map((row) => <li key={row.id}><Row row={row} ids={ids} /></li>)}</ul>}
    </section>
  )
}

function Row({ row, ids }: { row: EventRow, ids: string[] }) {
  const me = useMe().id
  return (
    <Link data-row-link to={`/event/${row.id}`} state={{ ids, from: '/' }} className={styles.row}>
      <span className={styles.title}><SeverityTag severity={row.severity} /> {row.title}</span>
      <span className={styles.tags}>{row.person?.id === me && <Mark tone="blue">我的责任</Mark>} <StatusTag status={row.status} /> <LightTag light={row.light} dueAt={row.dueAt} /></span>
      <span className={styles.faint}>{row.areaName} · {row.matter.name}</span>
      <span className={styles.faint}>{whenWords(row.reportedAt)}上报</span>
    </Link>
  )
}
