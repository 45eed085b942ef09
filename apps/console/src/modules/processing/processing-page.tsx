import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { legalGround, processingKind } from '@linli/contract/words/index'
import type { ProcessingKind } from '@linli/contract/words/index'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { flag, oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemHistory } from './item-history.tsx'
import { PrintedRegister } from './printed-register.tsx'
import styles from './processing.module.css'
import { isHit, isToConfirm, keepWords } from './processing-words.ts'
import type { Item } from './processing-words.ts'

const kinds = Object.keys(processingKind) as ProcessingKind[]
const fields = { kind: oneOf(kinds), text: word(), sensitive: flag(), open: flag() }

/** What is kept of people, why, on what ground and how long: to read, to change with reasons, to print and to hand over. */
export default function ProcessingPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const query = useAsk('processing', 'list', {})
  const mayChange = useMay('processing.manage')
  const [doing, setDoing] = useState<{ what: 'change' | 'history', item: Item }>()
  const rows = query.data?.rows.filter((row) => (!filter.kind || row.kind === filter.kind) && (!filter.sensitive || row.isSensitive) && (!filter.open || isToConfirm(row)) && (!filter.text || isHit(row, filter.text)))
  const stop = () => setDoing(undefined)
  return (
    <>
      <div className={styles.screen}>
        <PageHeader title="个人信息处理登记" hint="每一项个人信息为什么收集、凭什么收集、保存多久、谁能看到。保存期限到了，系统会按这里的规定清理。" actions={<Tools />} />
        <FilterBar search={{ label: '搜索项目、目的、依据', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}>
          <Select allowClear aria-label="类别" placeholder="类别" style={{ width: 150 }} options={kinds.map((value) => ({ value, label: processingKind[value] }))} value={filter.kind} onChange={(kind) => change({ kind })} />
          <Checkbox checked={filter.sensitive ?? false} onChange={(event) => change({ sensitive: event.target.checked || undefined })}>只看敏感个人信息</Checkbox>
          <Checkbox checked={filter.open ?? false} onChange={(event) => change({ open: event.target.checked || undefined })}>只看待本单位确定（{query.data?.rows.filter(isToConfirm).length ?? 0}）</Checkbox>
        </FilterBar>
        <DataTable label="个人信息处理登记" query={{ ...query, data: rows && { rows } }} columns={columnsFor(mayChange, setDoing)} rowKey={(row) => row.item}
          empty={<Nothing words="没有符合条件的项目"><Button onClick={clear}>清除筛选</Button></Nothing>} />
      </div>
      {query.data && <PrintedRegister office={query.data.office} rows={rows ?? []} />}
      <ItemForm item={doing?.item} isOpen={doing?.what === 'change'} close={stop} />
      <ItemHistory item={doing?.item} isOpen={doing?.what === 'history'} close={stop} />
    </>
  )
}

/** The browser prints what is filtered; the spreadsheet has everything. */
function Tools() {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('processing', 'export', {}),
    onSuccess: ({ fileName, xlsx, rows }) => { saveSpreadsheet(fileName, xlsx); void message.success(`已导出 ${rows} 项`) },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return (
    <span className={styles.tools}>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>打印</Button>
      <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} onClick={() => job.mutate()}>导出 Excel</Button>
    </span>
  )
}

const columnsFor = (mayChange: boolean, begin: (doing: { what: 'change' | 'history', item: Item }) => void): Column<Item>[] => [
  { key: 'label', title: '项目', width: 180, isFixed: true, render: (row) => <>{row.label} {row.isSensitive && <Mark tone="amber">敏感</Mark>} {row.isOwn && <Mark tone="blue">自定义</Mark>}<br /><span className="faint">{processingKind[row.kind]}·{row.part}</span></> },
  { key: 'purpose', title: '处理目的', width: 170, render: (row) => row.purpose },
  { key: 'ground', title: '合法性基础', width: 230, render: (row) => <>{legalGround[row.ground]}<br /><span className="faint">{row.basis}</span></> },
  { key: 'keep', title: '保存期限', width: 210, render: (row) => <>{keepWords(row.keepMonths)} {isToConfirm(row) && <Mark tone="amber">待本单位确定</Mark>}<br /><span className="faint">自{row.keepFrom}起{!isToConfirm(row) && `；${row.keepWhy}`}</span></> },
  { key: 'viewers', title: '谁能看到、提供给谁', render: (row) => <>{row.viewers}<br /><span className="faint">{row.sharedWith}</span></> },
  { key: 'acts', title: '操作', width: 120, isFixed: true, render: (row) => (
    <span className={styles.acts}>
      {mayChange && <Button size="small" type="link" aria-label={`修改“${row.label}”`} onClick={() => begin({ what: 'change', item: row })}>修改</Button>}
      {row.version > 0 ? <Button size="small" type="link" aria-label={`“${row.label}”的历次修改`} onClick={() => begin({ what: 'history', item: row })}>第 {row.version} 版</Button> : <span className="faint">未修改过</span>}
    </span>
  ) },
]
