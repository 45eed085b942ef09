import { PlusOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link, useLocation } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'
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
import { ListExport } from '../ledger/list-export.tsx'
import { isFound, isIn } from '../ledger/list-words.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import styles from '../person/person.module.css'
import { labelOf } from '../record/field.ts'
import type { Option } from '../record/field.ts'
import { useCodeWords } from '../record/use-codes.ts'
import { TagSelect } from '../tag/tag-select.tsx'
import { EnterThing } from './enter-thing.tsx'
import { placeWords } from './thing.ts'
import type { ThingRow } from './thing.ts'

interface Codes { kinds: Option[] | undefined, states: Option[] | undefined }
interface Trail { from: string }

const filters = { text: word(), area: word(), kind: word(), state: word(), owner: word(), tag: word() }

/** 物与部件: lamps, lids, hydrants, lifts, along the buildings as people walk; found by a part of the name or the whole code. */
export default function ThingListPage() {
  const { filter, isFiltered, change, clear } = useFilter(filters)
  const pager = usePager()
  const { pathname, search } = useLocation()
  const trail = { from: pathname + search }
  const codes = { kinds: useCodeWords('thingKind'), states: useCodeWords('thingState') }
  const query = useAsk('thing', 'list', { ...filter, after: pager.after, limit: 20 }, { keepsLast: true })
  const all = columnsOf(codes, trail)
  const { shown, choose, reset } = useColumns('thing', all)
  const [isEntering, setEntering] = useState(false)
  const isNarrow = useNarrow()
  const mayEdit = useMay('base.edit')
  useRowKeys()
  const enter = mayEdit && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEntering(true)}>登记物与部件</Button>
  return (
    <>
      <PageHeader title="物与部件" hint="路灯、井盖、消防栓、电梯等，按所在楼幢、网格排列。" actions={enter} />
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<><ListExport base="thing" name="物与部件" area={filter.area} asked={questionsOf(filter, codes.kinds, query.data?.rows)} />{!isNarrow && <ColumnChoice columns={all} shown={shown} choose={choose} reset={reset} />}</>}>
        <SearchInput label="名称或标识码" placeholder="名称或标识码" value={filter.text} onChange={(text) => change({ text })} width={190} />
        <AreaSelect allowClear aria-label="辖区" placeholder="社区、网格或楼幢" style={{ width: 170 }} value={filter.area} onChange={(area) => change({ area })} />
        <Select allowClear aria-label="部件类型" placeholder="部件类型" style={{ width: 140 }} popupMatchSelectWidth={220} showSearch={{ optionFilterProp: 'label' }} options={(codes.kinds ?? []).map(({ code, label }) => ({ value: code, label: code.length === 2 ? `${label}（全部）` : label }))} value={filter.kind} onChange={(kind?: string) => change({ kind })} />
        <Select allowClear aria-label="部件状态" placeholder="状态" style={{ width: 100 }} options={(codes.states ?? []).map(({ code, label }) => ({ value: code, label }))} value={filter.state} onChange={(state?: string) => change({ state })} />
        <UnitSelect allowClear aria-label="权属单位" placeholder="权属单位" style={{ width: 140 }} value={filter.owner} onChange={(owner) => change({ owner })} />
        <TagSelect area={filter.area} value={filter.tag} onChange={(tag) => change({ tag })} />
      </FilterBar>
      <DataTable label="物与部件列表" query={query} columns={shown} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 件`} card={cardOf(codes, trail)}
        empty={isFiltered ? <Nothing words="没有符合条件的物与部件"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="还没有登记过物与部件">{enter}</Nothing>} />
      <EnterThing isOpen={isEntering} close={() => setEntering(false)} />
    </>
  )
}

/** A class stands for all kinds in it; a unit is known to a ledger by its name, which stands in the list. */
function questionsOf(filter: Values<typeof filters>, kinds: readonly Option[] = [], rows: readonly ThingRow[] = []) {
  const owner = rows.find((row) => row.owner?.id === filter.owner)?.owner?.name
  const within = filter.kind === undefined ? undefined : kinds.map(({ code }) => code).filter((code) => code.startsWith(filter.kind!))
  return [isFound('thing', filter.text), isIn('thing.kind', within), isIn('thing.state', filter.state), isIn('thing.owner', filter.owner && (owner ?? '（没有）')), isIn('thing.tags', filter.tag)]
}

const intact = '01'
const Name = ({ row, trail }: { row: ThingRow, trail: Trail }) => <Link data-row-link to={`/thing/${row.id}`} state={trail}>{row.name}</Link>
const State = ({ row, states }: { row: ThingRow, states: Option[] | undefined }) => row.state && <Mark tone={row.state === intact ? 'plain' : 'amber'}>{labelOf(states, row.state) || row.state}</Mark>

const columnsOf = ({ kinds, states }: Codes, trail: Trail): Column<ThingRow>[] => [
  { key: 'name', title: '名称', width: 240, isFixed: true, render: (row) => <Name row={row} trail={trail} /> },
  { key: 'kind', title: '类型', width: 140, render: (row) => labelOf(kinds, row.kind) || row.kind },
  { key: 'state', title: '状态', width: 80, render: (row) => <State row={row} states={states} /> },
  { key: 'place', title: '位置', render: (row) => placeWords(row) },
  { key: 'owner', title: '权属单位', width: 150, render: (row) => row.owner?.name ?? '—' },
  { key: 'code', title: '标识码', width: 170, render: (row) => <span className="number">{row.code ?? '—'}</span> },
  { key: 'tags', title: '标签', width: 130, isExtra: true, render: (row) => row.tags.map((tag) => <Mark key={tag}>{tag}</Mark>) },
  { key: 'changedAt', title: '更新', width: 126, render: (row) => <span className={styles.when}>{whenWords(row.changedAt)}</span> },
]

/** A row on a phone. */
const cardOf = ({ kinds, states }: Codes, trail: Trail) => (row: ThingRow) => (
  <div className={styles.card}>
    <div className={styles.head}><strong><Name row={row} trail={trail} /></strong><span>{labelOf(kinds, row.kind)}</span><State row={row} states={states} /></div>
    <p>{placeWords(row)}{row.owner && ` · ${row.owner.name}`}</p>
  </div>
)
