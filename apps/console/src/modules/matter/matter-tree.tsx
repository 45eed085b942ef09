import { CaretDownOutlined, CaretRightOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { flag, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Mark } from '../../parts/mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { dayWords } from '../../parts/when.ts'
import { limitWords } from './limit-words.ts'
import { MatterDrawer } from './matter-drawer.tsx'
import type { Matter } from './matter-select.tsx'
import styles from './matter-tree.module.css'
import { NewMatter } from './new-matter.tsx'
import { treeOrder } from './tree-order.ts'
import type { Placed } from './tree-order.ts'

const fields = { text: word(), withRetired: flag() }

export function MatterTree() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [open, setOpen] = useState<Matter>()
  const [parent, setParent] = useState<Matter>()
  const query = useAsk('matter', 'tree', { withRetired: filter.withRetired ?? false }, { keepsLast: true })
  useRowKeys()
  const branches = (query.data?.rows ?? []).filter((row) => !row.isLeaf).map((row) => row.code)
  const folded = new Set(branches.filter((code) => !opened.has(code)))
  const fold = (code: string) => setOpened((now) => now.has(code) ? new Set([...now].filter((one) => one !== code)) : new Set([...now, code]))
  const shown = query.data && { rows: treeOrder(query.data.rows, filter.text ?? '', folded) }
  return (
    <>
      <FilterBar search={{ label: '搜索名称、编码', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}>
        <Button onClick={() => setOpened(new Set(opened.size > 0 ? [] : branches))}>{opened.size > 0 ? '全部收起' : '全部展开'}</Button>
        <Checkbox checked={filter.withRetired ?? false} onChange={(event) => change({ withRetired: event.target.checked })}>含已停用</Checkbox>
      </FilterBar>
      <DataTable label="事项目录" query={{ ...query, data: shown }} columns={columnsWith({ folded, fold, open: setOpen, add: setParent })} rowKey={({ row }) => row.code} rowClass={({ row }) => row.isLeaf ? undefined : styles.branch} />
      <MatterDrawer matter={open && (query.data?.rows.find((row) => row.code === open.code) ?? open)} close={() => setOpen(undefined)} />
      <NewMatter parent={parent} close={() => setParent(undefined)} />
    </>
  )
}

interface Acts { folded: ReadonlySet<string>, fold: (code: string) => void, open: (row: Matter) => void, add: (row: Matter) => void }

const columnsWith = ({ folded, fold, open, add }: Acts): Column<Placed<Matter>>[] => [
  { key: 'name', title: '事项', isFixed: true, render: ({ row, depth }) => (
    <span className={styles.name} style={{ paddingInlineStart: depth * 20 }}>
      {row.isLeaf ? <span className={styles.dot} /> : (
        <button type="button" className={styles.fold} aria-expanded={!folded.has(row.code)} aria-label={`${folded.has(row.code) ? '展开' : '收起'}${row.name}`} onClick={() => fold(row.code)}>
          {folded.has(row.code) ? <CaretRightOutlined aria-hidden /> : <CaretDownOutlined aria-hidden />}
        </button>
      )}
      <button type="button" className={styles.open} data-row-link onClick={() => open(row)}>{row.name}</button>
      {row.isConfidential && <Mark tone="purple">保密</Mark>}
      {row.until && <Mark>{dayWords(row.until)}停用</Mark>}
    </span>
  ) },
  { key: 'code', title: '编码', width: 100, render: ({ row }) => <span className="number">{row.code}</span> },
  { key: 'limit', title: '处置时限', width: 130, render: ({ row }) => <>{limitWords(row.handleLimit)}{row.specialLimits.length > 0 && <span className="faint"> 另 {row.specialLimits.length} 条</span>}</> },
  { key: 'unit', title: '办理单位', width: 170, render: ({ row }) => row.unit?.name ?? (row.byCommunity ? '所在社区' : '—') },
  { key: 'standard', title: '依据', width: 180, render: ({ row }) => row.standard },
  { key: 'add', title: '操作', width: 100, isFixed: true, render: ({ row }) => row.isLeaf || row.until ? '' : <Button size="small" icon={<PlusOutlined aria-hidden />} aria-label={`在“${row.name}”下新增事项`} onClick={() => add(row)}>新增</Button> },
]
