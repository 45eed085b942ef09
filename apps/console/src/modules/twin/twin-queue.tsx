import type { Output } from '@linli/contract'
import { twinReason } from '@linli/contract/words/index'
import type { UseQueryResult } from '@tanstack/react-query'
import { Tag } from 'antd'
import type { MouseEvent } from 'react'
import { Link } from 'react-router'
import type { Pager } from '../../parts/address/use-pager.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { PagerBar } from '../../parts/table/pager-bar.tsx'
import type { Twin } from './choice.ts'
import styles from './twin.module.css'

interface TwinQueueProps { query: UseQueryResult<Output<'twin', 'list'>>, pager: Pager, shown: string | undefined, choose: (id: string) => void }

/** The surest first; the one in focus is shown beside. */
export const TwinQueue = ({ query, pager, shown, choose }: TwinQueueProps) => (
  <section className={`panel ${styles.queue}`} aria-label="疑似重复列表">
    <div className={styles.rows} aria-busy={query.isFetching}>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <Nothing words="没有记录" /> : <ul aria-label="疑似重复">{rows.map((row) => <li key={row.id}><Row row={row} isShown={row.id === shown} choose={choose} /></li>)}</ul>}
      </Answer>
    </div>
    {query.data && (query.data.next !== null || pager.after) && <PagerBar pager={pager} next={query.data.next} />}
  </section>
)

function Row({ row, isShown, choose }: { row: Twin, isShown: boolean, choose: (id: string) => void }) {
  const stay = (event: MouseEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.currentTarget.focus()
    choose(row.id)
  }
  const isNarrow = useNarrow()
  const names = [...new Set([row.one.name, row.other.name])].join(' / ')
  const places = [...new Set([row.one, row.other].map(({ address, areaName }) => address ?? areaName))].join('，')
  return (
    <Link data-row-link to={`/twin?pair=${row.id}`} aria-current={isShown || undefined} className={isShown ? `${styles.row} ${styles.shown}` : styles.row} onClick={stay} onFocus={() => isNarrow || choose(row.id)}>
      <span className={styles.names}>{names}</span>
      <span>{row.reasons.map((reason) => <Tag key={reason}>{twinReason[reason]}</Tag>)}{row.reasons.length === 0 && <Tag>手工选定</Tag>}</span>
      <span className="faint">{places}</span>
    </Link>
  )
}
