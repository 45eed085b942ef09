import { ControlOutlined, DownloadOutlined, PlusOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons'
import { knowledgeStatus, knowledgeTerm } from '@linli/contract/words/index'
import type { KnowledgeStatus, KnowledgeTerm } from '@linli/contract/words/index'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { flag, oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { AreaChoice } from './area-choice.tsx'
import { knowledgeCard, knowledgeColumns } from './knowledge-columns.tsx'
import { ManyAtOnce } from './many-at-once.tsx'
import styles from './knowledge.module.css'

const statuses = Object.keys(knowledgeStatus) as KnowledgeStatus[]
const terms = Object.keys(knowledgeTerm) as KnowledgeTerm[]
const fields = { text: word(), category: word(), status: oneOf(statuses), open: oneOf(['draft', 'review']), area: word(), term: oneOf(terms), owner: word(), isMine: flag(), isUnchecked: flag(), isProposed: flag() }
type Filter = ReturnType<typeof useFilter<typeof fields>>['filter']

/** What is told to residents, what is being written, and what comes back because its time has ended. */
export default function KnowledgeListPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const navigate = useNavigate()
  const mayEdit = useMay('knowledge.edit')
  const query = useAsk('knowledge', 'list', { ...filter, after: pager.after }, { keepsLast: true })
  const categories = useAsk('knowledge', 'categories', {})
  const [keys, setKeys] = useState<string[]>([])
  useRowKeys()
  return (
    <>
      <PageHeader title="知识库" hint="回答居民问题的标准答案。写好的由别人审核后发布；到期的不再答复居民，会回到负责人手里。"
        actions={<div className={styles.acts}>
          <Button icon={<SearchOutlined aria-hidden />} onClick={() => void navigate('/knowledge/try')}>试一试</Button>
          <Button icon={<ControlOutlined aria-hidden />} onClick={() => void navigate('/knowledge/matching')}>问法识别</Button>
          {mayEdit && <Button icon={<UploadOutlined aria-hidden />} onClick={() => void navigate('/knowledge/import')}>导入</Button>}
          {mayEdit && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/knowledge/new')}>新增知识</Button>}
        </div>} />
      <Waits go={(wanted) => { clear(); change(wanted) }} />
      <FilterBar search={{ label: '搜索问题、答案、编号', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear} tools={<ExportButton filter={filter} />}>
        <Select allowClear showSearch aria-label="分类" placeholder="分类" style={{ width: 140 }} value={filter.category} onChange={(category) => change({ category })} options={categories.data?.rows.map(({ category, entries }) => ({ value: category, label: `${category}（${entries}）` }))} />
        <Select allowClear aria-label="状态" placeholder="状态" style={{ width: 110 }} value={filter.status} onChange={(status) => change({ status })} options={statuses.map((value) => ({ value, label: knowledgeStatus[value] }))} />
        <Select allowClear aria-label="在写的" placeholder="在写的" style={{ width: 110 }} value={filter.open} onChange={(open) => change({ open })} options={[{ value: 'draft', label: '草稿' }, { value: 'review', label: '待审核' }]} />
        <AreaChoice allowClear aria-label="适用范围" placeholder="适用范围" style={{ width: 140 }} value={filter.area} onChange={(area) => change({ area })} />
        <Select allowClear aria-label="有效期" placeholder="有效期" style={{ width: 110 }} value={filter.term} onChange={(term) => change({ term })} options={terms.map((value) => ({ value, label: knowledgeTerm[value] }))} />
        <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked || undefined })}>我负责的</Checkbox>
        <Checkbox checked={filter.isUnchecked ?? false} onChange={(event) => change({ isUnchecked: event.target.checked || undefined })}>待核实</Checkbox>
        <Checkbox checked={filter.isProposed ?? false} onChange={(event) => change({ isProposed: event.target.checked || undefined })}>有建议的问法</Checkbox>
      </FilterBar>
      <ManyAtOnce rows={query.data?.rows ?? []} keys={keys} clear={() => setKeys([])} />
      <DataTable label="知识列表" query={query} columns={knowledgeColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 条`} card={knowledgeCard} choice={{ keys, change: setKeys, words: (row) => row.question }}
        empty={isFiltered ? <Nothing words="没有符合条件的知识"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="知识库还是空的。新增一条，或用表格导入。" />} />
    </>
  )
}

/** What waits for this person, each a way into the list. */
function Waits({ go }: { go: (filter: Partial<Filter>) => void }) {
  const { data } = useAsk('knowledge', 'counts', {})
  if (!data) return null
  const ways: [number, string, Partial<Filter>][] = [[data.over, '条我负责的已过期', { isMine: true, term: 'over' }], [data.soon, '条我负责的快到期', { isMine: true, term: 'soon' }], [data.review, '条等我审核', { open: 'review' }], [data.proposed, '条有建议的问法', { isMine: true, isProposed: true }]]
  const some = ways.filter(([count]) => count > 0)
  return some.length > 0 && <div className={styles.waits} aria-label="等您处理的知识">{some.map(([count, words, wanted]) => <Button key={words} size="small" onClick={() => go(wanted)}>{count >= 99 ? '99 以上' : count} {words}</Button>)}</div>
}

function ExportButton({ filter }: { filter: Filter }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('knowledge', 'export', filter),
    onSuccess: ({ fileName, xlsx, rows, isMore }) => { saveSpreadsheet(fileName, xlsx); void message.success(isMore ? `已导出前 ${rows} 条，其余请缩小筛选范围` : `已导出 ${rows} 条`) },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出符合筛选的知识，改好后可以再导入" onClick={() => job.mutate()}>导出 Excel</Button>
}
