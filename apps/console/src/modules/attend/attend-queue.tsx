import { AlertFilled } from '@ant-design/icons'
import { talkChannel } from '@linli/contract/words/index'
import { Tag } from 'antd'
import type { MouseEvent } from 'react'
import { Link } from 'react-router'
import { Mark } from '../../parts/mark.tsx'
import { minuteWords } from '../../parts/when.ts'
import { longWait, waited, whyWords } from './attend-view.ts'
import type { AttendRow } from './attend-view.ts'
import styles from './attend.module.css'
import { useMinute } from '../../parts/use-minute.ts'

interface AttendQueueProps { rows: AttendRow[], isMore: boolean, shown: string | undefined, choose?: (id: string) => void }

/** Where the focus is, is what is shown beside. */
export const AttendQueue = ({ rows, isMore, ...rest }: AttendQueueProps) => (
  <>
    <ul aria-label="居民">{rows.map((row) => <li key={row.id}><Row row={row} {...rest} /></li>)}</ul>
    {isMore && <p className={`faint ${styles.more}`}>只列出等得最久的 {rows.length} 位</p>}
  </>
)

function Row({ row, shown, choose }: Pick<AttendQueueProps, 'shown' | 'choose'> & { row: AttendRow }) {
  const now = useMinute()
  const isShown = row.id === shown
  const stay = (event: MouseEvent<HTMLElement>) => {
    if (!choose || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    event.currentTarget.focus()
    choose(row.id)
  }
  const minutes = row.waitingSince ? waited(row.waitingSince, now) : 0
  return (
    <Link data-row-link to={`/attend/${row.id}`} aria-current={isShown || undefined} className={[styles.row, isShown ? styles.shown : '', row.isAlert && row.state === 'waiting' ? styles.alert : ''].join(' ')} onClick={stay} onFocus={() => choose?.(row.id)}>
      <span className={styles.title}>{row.isAlert && <Tag color="red" icon={<AlertFilled aria-hidden />}>紧急</Tag>}{row.isForMe && <Mark tone="blue">转给您</Mark>}{row.title || '没有提问'}</span>
      {row.last && <span className={styles.last}>{row.last.by === 'resident' ? '' : row.last.by === 'worker' ? '社工：' : '自动：'}{row.last.text}</span>}
      <span className={styles.faint}>
        {row.state === 'waiting' ? <strong className={minutes >= longWait ? styles.long : undefined}>已等 {minuteWords(minutes)}</strong> : <span>{row.isMine ? '我在接待' : `${row.worker ?? ''}接待中`}</span>}
        <span>{row.areaName}</span>{row.channel !== 'app' && <span>{talkChannel[row.channel]}</span>}{whyWords(row) && <span>{whyWords(row)}</span>}
      </span>
    </Link>
  )
}
