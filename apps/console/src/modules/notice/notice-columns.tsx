import type { Output } from '@linli/contract'
import { noticeKind } from '@linli/contract/words/index'
import type { NoticeKind } from '@linli/contract/words/index'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import styles from './notice-columns.module.css'

export type Notice = Output<'notice', 'list'>['rows'][number]

/** The events of the page, to go through them one after the other, and how one is marked as read. */
interface Acts { ids: string[], read: (id: string) => void }

export const noticeColumns = (acts: Acts): Column<Notice>[] => [
  { key: 'kind', title: '种类', width: 138, isFixed: true, render: (row) => <Kind row={row} /> },
  { key: 'words', title: '提醒', isFixed: true, render: (row) => <Said row={row} {...acts} /> },
  { key: 'area', title: '辖区', width: 180, render: (row) => row.areaName },
  { key: 'at', title: '时间', width: 120, render: (row) => <span className={styles.when}>{whenWords(row.at)}</span> },
  { key: 'read', title: '操作', width: 104, isFixed: true, render: (row) => <ReadButton row={row} read={acts.read} /> },
]

/** A row on a phone. */
export const noticeCard = (acts: Acts) => (row: Notice) => (
  <div className={styles.card}>
    <div className={styles.head}><Kind row={row} /><span className={styles.when}>{whenWords(row.at)}</span></div>
    <Said row={row} {...acts} />
    <div className={styles.head}><span className="faint">{row.areaName}</span><ReadButton row={row} read={acts.read} /></div>
  </div>
)

const pressing: readonly NoticeKind[] = ['overdue', 'severe', 'urgeLetter', 'criticism', 'supervisionOverdue', 'assistOverdue', 'answerLate', 'arrivalLate', 'forwardOverdue', 'knowledgeExpired', 'riskEscalated', 'careEscalated']
const grave: readonly NoticeKind[] = ['severe', 'urgeLetter', 'criticism', 'talkAlert']
const soon: readonly NoticeKind[] = ['warn', 'urged', 'review', 'returned', 'reworked', 'knowledgeSoon', 'bulletinReturned']
const toneOf = (kind: NoticeKind) => (grave.includes(kind) ? 'grave' : pressing.includes(kind) ? 'pressing' : soon.includes(kind) ? 'soon' : 'plain')

const Kind = ({ row }: { row: Notice }) => (
  <span className={styles.kind}>
    <span className={row.isRead ? styles.read : styles.unread}><span className="hidden">{row.isRead ? '已读' : '未读'}</span></span>
    <span className={`${styles.tag} ${styles[toneOf(row.kind)]}`}>{noticeKind[row.kind]}</span>
  </span>
)

const addressOf = ({ event, whistle, governance, knowledge, talk, risk, bulletin, kind }: Notice) => event ? `/event/${event.id}` : whistle ? `/whistle/${whistle}` : governance ? `/governance/${governance}` : talk ? `/attend/${talk}` : risk ? `/risk/${kind.startsWith('care') ? 'care-warning' : 'warning'}/${risk}` : bulletin ? `/bulletin/${bulletin}` : `/knowledge/${knowledge}`

/** Who opens what it is about has read the notice. */
const Said = ({ row, ids, read }: { row: Notice } & Acts) => (
  <span className={styles.said}>
    {row.zoning ? <span className={row.isRead ? undefined : styles.strong}>{row.title}</span>
      : <Link data-row-link className={row.isRead ? undefined : styles.strong} to={addressOf(row)} state={row.event && { ids, from: '/notice' }} onClick={() => row.isRead || read(row.id)}>{row.title}</Link>}
    <span>{row.words}</span>
  </span>
)

const ReadButton = ({ row, read }: { row: Notice, read: Acts['read'] }) =>
  row.isRead ? <span className="faint">已读</span> : <Button size="small" aria-label={`把“${row.title}”的${noticeKind[row.kind]}提醒标为已读`} onClick={() => read(row.id)}>标为已读</Button>
