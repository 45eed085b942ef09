import { PictureOutlined } from '@ant-design/icons'
import { eventSource, requestKind } from '@linli/contract/words/index'
import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import type { EventRow } from './event-view.ts'
import { LightTag } from './light-tag.tsx'
import { FlagTags, SeverityTag, StatusTag } from './status-tag.tsx'
import styles from './event-columns.module.css'

/** Where a row's link leads, and what the detail page needs to go on to the next row and back to this list. */
export interface ListTrail { ids: string[], from: string }

/** `own` are the columns of a list that is about something in particular: they come first, and what is less to the point is to be chosen. */
export const eventColumns = (trail: ListTrail, own: Column<EventRow>[] = []): Column<EventRow>[] => [
  { key: 'title', title: '事件', isFixed: true, render: (row) => <Title row={row} trail={trail} /> },
  { key: 'status', title: '状态', width: 84, isFixed: true, render: (row) => <StatusTag status={row.status} /> },
  ...own,
  ...(own.some(({ key }) => key === 'asked') ? [] : [{ key: 'pending', title: '申请', width: 72, isExtra: true, render: (row: EventRow) => row.pending ? requestKind[row.pending] : '—' }]),
  { key: 'due', title: '时限', width: 200, render: (row) => <LightTag light={row.light} dueAt={row.dueAt} /> },
  { key: 'matter', title: '事项', width: 124, isExtra: own.length > 0, render: (row) => row.matter.name },
  { key: 'area', title: '辖区', width: 162, isExtra: own.length > 0, render: (row) => <span title={row.areaName}>{gridOf(row)}</span> },
  { key: 'unit', title: '办理单位', width: 120, render: (row) => row.unit?.name ?? '—' },
  { key: 'reportedAt', title: '上报时间', width: 118, isExtra: own.length > 0, render: (row) => <span className={styles.when}>{whenWords(row.reportedAt)}</span> },
  { key: 'source', title: '来源', width: 96, isExtra: true, render: (row) => eventSource[row.source] },
  { key: 'place', title: '地点', width: 180, isExtra: true, render: (row) => row.place || '—' },
  { key: 'number', title: '编号', width: 150, isExtra: true, render: (row) => <span className="number">{row.number}</span> },
]

/** Community and grid; the building mostly stands in the title already. */
const gridOf = ({ area, areaName }: EventRow) => /b\d{4}\/$/.test(area) ? areaName.split(' ').slice(0, -1).join(' ') : areaName

const Title = ({ row, trail }: { row: EventRow, trail: ListTrail }) => (
  <span className={styles.title}>
    <SeverityTag severity={row.severity} /><FlagTags flags={row.flags} light={row.light} />{' '}
    <Link data-row-link to={`/event/${row.id}`} state={trail}>{row.title}</Link>
    {row.photoCount > 0 && <span className={styles.photos}><PictureOutlined aria-hidden /> {row.photoCount}<span className="hidden"> 张照片</span></span>}
  </span>
)

/** A row on a phone. */
export const cardWith = (trail: ListTrail, own: Column<EventRow>[] = []) => (row: EventRow) => (
  <div className={styles.card}>
    <Title row={row} trail={trail} />
    <div className={styles.tags}><StatusTag status={row.status} /><LightTag light={row.light} dueAt={row.dueAt} /></div>
    <p className="faint">{row.areaName} · {row.matter.name}{row.unit && ` · ${row.unit.name}`}</p>
    <p className="faint">{whenWords(row.reportedAt)}上报</p>
    {own.map(({ key, render }) => <div key={key}>{render(row)}</div>)}
  </div>
)
