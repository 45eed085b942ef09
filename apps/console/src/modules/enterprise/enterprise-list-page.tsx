import { PlusOutlined } from '@ant-design/icons'
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
import { TagSelect } from '../tag/tag-select.tsx'
import { enterpriseCard, enterpriseColumns, useEnterpriseCodes } from './enterprise-columns.tsx'
import { enterpriseFilter, questionOf } from './enterprise.ts'

const choices = (options: readonly Option[] = []) => options.map(({ code, label }) => ({ value: code, label }))

/** 企业组织: who does business or serves people in an area, along the buildings as people walk. */
export default function EnterpriseListPage() {
  const { filter, isFiltered, change, clear } = useFilter(enterpriseFilter)
  const pager = usePager()
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const trail = { from: pathname + search }
  const codes = useEnterpriseCodes()
  const query = useAsk('enterprise', 'list', questionOf(filter, pager.after), { keepsLast: true, isLogged: true })
  const all = enterpriseColumns(codes, trail)
  const { shown, choose, reset } = useColumns('enterprise', all)
  const isNarrow = useNarrow()
  const mayEdit = useMay('base.edit')
  useRowKeys()
  const enter = mayEdit && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/enterprise/new')}>登记企业组织</Button>
  const byCode = (key: 'sort' | 'industry' | 'state' | 'placeKind' | 'attention', label: string, options?: Option[], width = 130) =>
    <Select allowClear aria-label={label} placeholder={label} style={{ width }} showSearch={{ optionFilterProp: 'label' }} options={choices(options)} value={filter[key]} onChange={(value?: string) => change({ [key]: value })} />
  return (
    <>
      <PageHeader title="企业组织" hint="企业、个体工商户、社会组织、学校和重点场所，按楼幢、房号排列；找某一家，请用上方的查找。" actions={enter} />
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<><ListExport base="enterprise" name="企业组织" area={filter.area} asked={[...(['sort', 'industry', 'state', 'attention'] as const).map((key) => isIn(`enterprise.${key}`, filter[key])), isIn('enterprise.placeKinds', filter.placeKind), isIn('enterprise.tags', filter.tag)]} />{!isNarrow && <ColumnChoice columns={all} shown={shown} choose={choose} reset={reset} />}</>}>
        <AreaSelect allowClear aria-label="辖区" placeholder="社区、网格或楼幢" style={{ width: 180 }} value={filter.area} onChange={(area) => change({ area })} />
        {byCode('sort', '主体类型', codes.sorts)}
        {byCode('industry', '行业类别', codes.industries)}
        {byCode('placeKind', '重点场所', codes.places)}
        {byCode('state', '经营状态', codes.states, 110)}
        {byCode('attention', '关注程度', codes.attentions, 110)}
        <TagSelect area={filter.area} value={filter.tag} onChange={(tag) => change({ tag })} />
      </FilterBar>
      <DataTable label="企业组织列表" query={query} columns={shown} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 家`} card={enterpriseCard(codes, trail)}
        empty={isFiltered ? <Nothing words="没有符合条件的企业组织"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="还没有登记过企业组织">{enter}</Nothing>} />
    </>
  )
}
