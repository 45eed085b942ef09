import type { Output } from '@linli/contract'
import { Button, Select } from 'antd'
import { Link, useLocation } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { SearchInput } from '../../parts/search-input.tsx'
import { Nothing } from '../../parts/states.tsx'
import { ColumnChoice } from '../../parts/table/column-choice.tsx'
import { useColumns } from '../../parts/table/column.ts'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { whenWords } from '../../parts/when.ts'
import { householdTitle } from '../find/found.ts'
import { ListExport } from '../ledger/list-export.tsx'
import { isFound, isIn } from '../ledger/list-words.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import styles from '../person/person.module.css'
import { labelOf } from '../record/field.ts'
import type { Option } from '../record/field.ts'
import { useCodeWords } from '../record/use-codes.ts'
import { TagSelect } from '../tag/tag-select.tsx'
import { placeWords } from './household.ts'

type Row = Output<'household', 'list'>['rows'][number]
interface Trail { from: string }

const filters = { text: word(), area: word(), kind: word(), tag: word() }

/** 家庭户: along the buildings as people walk; found by the head's name and by the address. */
export default function HouseholdListPage() {
  const { filter, isFiltered, change, clear } = useFilter(filters)
  const pager = usePager()
  const { pathname, search } = useLocation()
  const trail = { from: pathname + search }
  const kinds = useCodeWords('householdKind')
  const query = useAsk('household', 'list', { ...filter, after: pager.after, limit: 20 }, { keepsLast: true, isLogged: true })
  const all = columnsOf(kinds, trail)
  const { shown, choose, reset } = useColumns('household', all)
  const isNarrow = useNarrow()
  useRowKeys()
  return (
    <>
      <PageHeader title="家庭户" hint="按楼幢、单元、房号排列；新建一户，请到房屋的页面，从住在那里的人里选。" />
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<><ListExport base="household" name="家庭户" area={filter.area} asked={[isFound('household', filter.text), isIn('household.kind', filter.kind), isIn('household.tags', filter.tag)]} />{!isNarrow && <ColumnChoice columns={all} shown={shown} choose={choose} reset={reset} />}</>}>
        <SearchInput label="户主或地址" placeholder="户主姓名、拼音，或 3-2-501" value={filter.text} onChange={(text) => change({ text })} width={270} />
        <AreaSelect allowClear aria-label="辖区" placeholder="社区、网格或楼幢" style={{ width: 180 }} value={filter.area} onChange={(area) => change({ area })} />
        <Select allowClear aria-label="户别" placeholder="户别" style={{ width: 130 }} options={(kinds ?? []).map(({ code, label }) => ({ value: code, label }))} value={filter.kind} onChange={(kind?: string) => change({ kind })} />
        <TagSelect area={filter.area} value={filter.tag} onChange={(tag) => change({ tag })} />
      </FilterBar>
      <DataTable label="家庭户列表" query={query} columns={shown} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 户`} card={cardOf(kinds, trail)}
        empty={isFiltered ? <Nothing words="没有符合条件的户"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="还没有建过户" />} />
    </>
  )
}

const Title = ({ row, trail }: { row: Row, trail: Trail }) => <Link data-row-link to={`/household/${row.id}`} state={trail}>{householdTitle(row)}</Link>
const Tags = ({ row, kinds }: { row: Row, kinds: Option[] | undefined }) => <>{row.kind && <Mark tone="blue">{labelOf(kinds, row.kind) || row.kind}</Mark>}{row.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}</>

const columnsOf = (kinds: Option[] | undefined, trail: Trail): Column<Row>[] => [
  { key: 'head', title: '户', width: 150, isFixed: true, render: (row) => <Title row={row} trail={trail} /> },
  { key: 'people', title: '人数', width: 70, render: (row) => row.people },
  { key: 'place', title: '地址', render: (row) => placeWords(row) },
  { key: 'area', title: '辖区', width: 190, isExtra: true, render: (row) => row.areaName },
  { key: 'no', title: '户号', width: 130, render: (row) => <span className="number">{row.no ?? '—'}</span> },
  { key: 'tags', title: '户别、标签', width: 190, render: (row) => <Tags row={row} kinds={kinds} /> },
  { key: 'changedAt', title: '更新', width: 126, render: (row) => <span className={styles.when}>{whenWords(row.changedAt)}</span> },
]

/** A row on a phone. */
const cardOf = (kinds: Option[] | undefined, trail: Trail) => (row: Row) => (
  <div className={styles.card}>
    <div className={styles.head}><strong><Title row={row} trail={trail} /></strong><span>{row.people} 人</span>{row.no && <span className="number">户号 {row.no}</span>}</div>
    <p>{placeWords(row)}</p>
    <div><Tags row={row} kinds={kinds} /></div>
  </div>
)
