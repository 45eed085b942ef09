import { Input, Segmented, Select } from 'antd'
import { eventStatus } from '@linli/contract/words/index'
import type { Output } from '@linli/contract'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { Link } from 'react-router'
import type { Pager } from '../../parts/address/use-pager.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { PagerBar } from '../../parts/table/pager-bar.tsx'
import { whenWords } from '../../parts/when.ts'
import type { ListTrail } from '../event/event-columns.tsx'
import type { EventRow } from '../event/event-view.ts'
import { LightTag } from '../event/light-tag.tsx'
import { FlagTags, SeverityTag, StatusTag } from '../event/status-tag.tsx'
import { totalWords } from '../event/use-total.ts'
import styles from './desk-queue.module.css'
import { openStatuses } from './queue.ts'
import type { QueueFilter } from './queue.ts'

interface DeskQueueProps {
  query: UseQueryResult<Output<'event', 'list'>>
  pager: Pager
  filter: QueueFilter
  change: (change: QueueFilter) => void
  shown: string | undefined
  /** Without it a row leads to the event's own page. */
  choose?: (id: string) => void
  trail: ListTrail
}

export const focusRow = (id: string | undefined): void => id === undefined ? undefined : document.querySelector<HTMLElement>(`[data-row-link][href="/event/${id}"]`)?.focus()

/** What is to be done, the first due first. Where the focus is, is what is shown beside. */
export const DeskQueue = ({ query, pager, filter, change, ...rest }: DeskQueueProps) => (
  <section className={`panel ${styles.queue}`} aria-label="事件队列">
    <QueueFilters filter={filter} change={change} />
    <div className={styles.rows} aria-busy={query.isFetching}>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <Nothing words={filter.text || filter.status ? '没有符合条件的事件' : '都办完了'} /> : <ul aria-label="事件">{rows.map((row) => <li key={row.id}><Row row={row} {...rest} /></li>)}</ul>}
      </Answer>
    </div>
    {query.data && (query.data.rows.length > 0 || pager.after) && <PagerBar pager={pager} next={query.data.next} words={pager.after || query.data.next ? undefined : totalWords({ total: query.data.rows.length, isMore: false })} />}
  </section>
)

type RowProps = Pick<DeskQueueProps, 'shown' | 'choose' | 'trail'> & { row: EventRow }

function Row({ row, shown, choose, trail }: RowProps) {
  const stay = (event: MouseEvent<HTMLElement>) => {
    if (!choose || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.currentTarget.focus()
    choose(row.id)
  }
  return (
    <Link data-row-link to={`/event/${row.id}`} state={trail} aria-current={row.id === shown || undefined} className={row.id === shown ? `${styles.row} ${styles.shown}` : styles.row} onClick={stay} onFocus={() => choose?.(row.id)}>
      <span className={styles.title}><SeverityTag severity={row.severity} /><FlagTags flags={row.flags} light={row.light} /> {row.title}</span>
      <span className={styles.tags}><StatusTag status={row.status} /><LightTag light={row.light} dueAt={row.dueAt} /></span>
      <span className={styles.faint}>{row.matter.name} · {whenWords(row.reportedAt)}上报</span>
    </Link>
  )
}

const states = openStatuses.map((value) => ({ value, label: eventStatus[value] }))

function QueueFilters({ filter, change }: { filter: QueueFilter, change: (change: QueueFilter) => void }) {
  const [text, setText] = useState(filter.text ?? '')
  const send = () => text.trim() !== (filter.text ?? '') && change({ text })
  const leave = (event: KeyboardEvent<HTMLElement>) => event.currentTarget.blur()
  return (
    <search className={styles.filters} aria-label="筛选">
      <span data-search><Input aria-label="搜索标题、描述、编号、地点" placeholder="搜索标题、编号、地点" title="按 / 键可直接到这里" allowClear maxLength={40} value={text} onChange={(event) => { setText(event.target.value); if (event.target.value === '') change({ text: '' }) }} onPressEnter={leave} onBlur={send} /></span>
      <span className={styles.pair}>
        <Segmented aria-label="谁来办" value={filter.whose ?? 'mine'} options={[{ value: 'mine', label: '等我办理' }, { value: 'all', label: '全部在办' }]} onChange={(whose) => change({ whose: whose === 'all' ? 'all' : undefined })} />
        <Select aria-label="状态" placeholder="状态" mode="multiple" maxTagCount={0} maxTagPlaceholder={(all) => `状态 ${all.length}`} allowClear className={styles.status} options={states} value={filter.status ?? []} onChange={(status) => change({ status })} />
      </span>
    </search>
  )
}
