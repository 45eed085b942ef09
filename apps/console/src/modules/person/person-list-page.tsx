import { UserAddOutlined } from '@ant-design/icons'
import { personStanding } from '@linli/contract/words/index'
import { Button, Select } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { ColumnChoice } from '../../parts/table/column-choice.tsx'
import { useColumns } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { ListExport } from '../ledger/list-export.tsx'
import { isIn } from '../ledger/list-words.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import type { Option } from '../record/field.ts'
import { useCodeWords } from '../record/use-codes.ts'
import { TagSelect } from '../tag/tag-select.tsx'
import { personCard, personColumns } from './person-columns.tsx'
import { personFilter, questionOf, standings } from './person-filter.ts'
import { eachOnce } from './person-view.ts'

const choices = (options: readonly Option[] = []) => options.map(({ code, label }) => ({ value: code, label }))

export default function PersonListPage() {
  const { filter, isFiltered, change, clear } = useFilter(personFilter)
  const pager = usePager()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const [kinds, groups] = [useCodeWords('populationKind'), useCodeWords('careGroup')]
  const query = useAsk('person', 'list', questionOf(filter, pager.after), { keepsLast: true, isLogged: true })
  const rows = query.data && eachOnce(query.data.rows)
  const trail = { from: pathname + search }
  const all = personColumns(trail, groups)
  const { shown, choose, reset } = useColumns('person', all)
  const isNarrow = useNarrow()
  const mayEdit = useMay('base.edit')
  useRowKeys()
  const enter = mayEdit && <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => void navigate('/person/new')}>登记人口</Button>
  return (
    <>
      <PageHeader title="人口" hint="按楼幢、单元、房号排列；找某个人，请用上方的“找人找房”。" actions={enter} />
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<><ListExport base="person" name="人口" area={filter.area} asked={[isIn('populationKind', filter.populationKind), isIn('groups', filter.groups), isIn('person.tags', filter.tag), isIn('person.standing', filter.standing)]} />{!isNarrow && <ColumnChoice columns={all} shown={shown} choose={choose} reset={reset} />}</>}>
        <AreaSelect allowClear aria-label="辖区" placeholder="社区、网格或楼幢" style={{ width: 200 }} value={filter.area} onChange={(area) => change({ area })} />
        <Select allowClear aria-label="人口类型" placeholder="人口类型" style={{ width: 130 }} options={choices(kinds)} value={filter.populationKind} onChange={(populationKind) => change({ populationKind })} />
        <Select mode="multiple" maxTagCount={1} allowClear aria-label="关爱类别" placeholder="关爱类别" style={{ width: 190 }} showSearch={{ optionFilterProp: 'label' }} options={choices(groups)} value={filter.groups ?? []} onChange={(chosen) => change({ groups: chosen })} />
        <Select aria-label="在册情况" style={{ width: 110 }} options={standings.map((value) => ({ value, label: personStanding[value] }))} value={filter.standing ?? 'present'} onChange={(standing) => change({ standing: standing === 'present' ? undefined : standing })} />
        <TagSelect area={filter.area} value={filter.tag} onChange={(tag) => change({ tag })} />
      </FilterBar>
      <DataTable label="人口列表" query={{ ...query, data: rows && { rows, next: query.data?.next } }} columns={shown} rowKey={(row) => row.id} pager={pager} words={rows && `本页 ${rows.length} 人`} card={personCard(trail, groups)}
        empty={isFiltered ? <Nothing words="没有符合条件的人"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="还没有登记过人口">{enter}</Nothing>} />
    </>
  )
}
