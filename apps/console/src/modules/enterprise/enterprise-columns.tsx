import { Link } from 'react-router'
import { Mark } from '../../parts/mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { whenWords } from '../../parts/when.ts'
import { labelOf } from '../record/field.ts'
import type { Option } from '../record/field.ts'
import { useCodeWords } from '../record/use-codes.ts'
import styles from '../person/person.module.css'
import { placeWords } from './enterprise.ts'
import type { EnterpriseRow } from './enterprise.ts'

export interface EnterpriseCodes { sorts?: Option[], industries?: Option[], states?: Option[], places?: Option[], attentions?: Option[] }

export const useEnterpriseCodes = (): EnterpriseCodes =>
  ({ sorts: useCodeWords('enterpriseSort'), industries: useCodeWords('industry'), states: useCodeWords('businessState'), places: useCodeWords('placeKind'), attentions: useCodeWords('attention') })

const inBusiness = '01'
const noAttention = '00'

/** What it is, what it is watched for, its tags; that it is in business goes without saying. */
export const EnterpriseTags = ({ row, codes }: { row: Pick<EnterpriseRow, 'sort' | 'state' | 'attention' | 'placeKinds' | 'tags'>, codes: EnterpriseCodes }) => (
  <>
    {row.state && row.state !== inBusiness && <Mark tone="amber">{labelOf(codes.states, row.state) || row.state}</Mark>}
    {row.sort && <Mark tone="blue">{labelOf(codes.sorts, row.sort) || row.sort}</Mark>}
    {row.placeKinds.map((code) => <Mark key={code} tone="purple">{labelOf(codes.places, code) || code}</Mark>)}
    {row.attention && row.attention !== noAttention && <Mark tone="amber">关注{labelOf(codes.attentions, row.attention)}</Mark>}
    {row.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}
  </>
)

/** Where a row's link leads back to. */
export interface EnterpriseTrail { from: string }

const Name = ({ row, trail }: { row: EnterpriseRow, trail: EnterpriseTrail }) => <Link data-row-link to={`/enterprise/${row.id}`} state={trail}>{row.name}</Link>

export const enterpriseColumns = (codes: EnterpriseCodes, trail: EnterpriseTrail): Column<EnterpriseRow>[] => [
  { key: 'name', title: '名称', width: 180, isFixed: true, render: (row) => <Name row={row} trail={trail} /> },
  { key: 'tags', title: '类别', width: 190, render: (row) => <EnterpriseTags row={row} codes={codes} /> },
  { key: 'industry', title: '行业', width: 110, render: (row) => labelOf(codes.industries, row.industry) || '—' },
  { key: 'place', title: '地址', render: (row) => placeWords(row) },
  { key: 'area', title: '辖区', width: 170, isExtra: true, render: (row) => row.areaName },
  { key: 'creditCode', title: '统一社会信用代码', width: 180, render: (row) => <span className="number">{row.creditCode ?? '—'}</span> },
  { key: 'phone', title: '电话', width: 116, render: (row) => <span className="number">{row.phone ?? '—'}</span> },
  { key: 'changedAt', title: '更新', width: 126, render: (row) => <span className={styles.when}>{whenWords(row.changedAt)}</span> },
]

/** A row on a phone. */
export const enterpriseCard = (codes: EnterpriseCodes, trail: EnterpriseTrail) => (row: EnterpriseRow) => (
  <div className={styles.card}>
    <div className={styles.head}><strong><Name row={row} trail={trail} /></strong><span>{labelOf(codes.industries, row.industry)}</span><span className="number">{row.phone}</span></div>
    <p>{placeWords(row)}</p>
    <div><EnterpriseTags row={row} codes={codes} /></div>
  </div>
)
