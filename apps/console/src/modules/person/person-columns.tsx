import { Link } from 'react-router'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import type { Option } from '../record/field.ts'
import { PersonTags } from './person-tags.tsx'
import { aboutWords, homeWords, sexWords } from './person-view.ts'
import type { PersonRow } from './person-view.ts'
import styles from './person.module.css'

/** Where a row's link leads back to. */
export interface PersonTrail { from: string }

export const personColumns = (trail: PersonTrail, groups: readonly Option[] | undefined): Column<PersonRow>[] => [
  { key: 'name', title: '姓名', width: 120, isFixed: true, render: (row) => <Name row={row} trail={trail} /> },
  { key: 'sex', title: '性别', width: 52, render: (row) => sexWords(row.sex) || '—' },
  { key: 'age', title: '年龄', width: 60, render: (row) => row.age === null ? '—' : <span title={row.birth ?? undefined}>{row.age}</span> },
  { key: 'home', title: '住处', render: (row) => homeWords(row) },
  { key: 'area', title: '辖区', width: 170, isExtra: true, render: (row) => row.areaName },
  { key: 'number', title: '证件号码', width: 172, render: (row) => <span className="number">{row.number ?? '—'}</span> },
  { key: 'phone', title: '电话', width: 116, render: (row) => <span className="number">{row.phone ?? '—'}</span> },
  { key: 'tags', title: '类别', width: 210, render: (row) => <PersonTags person={row} groups={groups} /> },
  { key: 'birth', title: '出生日期', width: 104, isExtra: true, render: (row) => <span className="number">{row.birth ?? '—'}</span> },
  { key: 'changedAt', title: '更新', width: 126, render: (row) => <span className={styles.when}>{whenWords(row.changedAt)}</span> },
]

const Name = ({ row, trail }: { row: PersonRow, trail: PersonTrail }) => <Link data-row-link to={`/person/${row.id}`} state={trail}>{row.name}</Link>

/** A row on a phone. */
export const personCard = (trail: PersonTrail, groups: readonly Option[] | undefined) => (row: PersonRow) => (
  <div className={styles.card}>
    <div className={styles.head}><strong><Name row={row} trail={trail} /></strong><span>{aboutWords(row)}</span><span className="number">{row.phone}</span></div>
    <p>{homeWords(row)}</p>
    <div><PersonTags person={row} groups={groups} /></div>
  </div>
)
