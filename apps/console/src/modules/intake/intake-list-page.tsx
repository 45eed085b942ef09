import { intakeKind } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { DropZone } from './drop-zone.tsx'
import { StatusTag, countWords } from './intake-tags.tsx'
import { sizeWords } from './intake-view.ts'
import type { Batch } from './intake-view.ts'

/** A file goes in here; below, those that went in before. */
export default function IntakeListPage() {
  const pager = usePager()
  const query = useAsk('intake', 'list', { after: pager.after }, { keepsLast: true })
  return (
    <>
      <PageHeader title="导入登记表" hint="人口、企业与组织、部件、房屋的登记表整份导入，是哪一种自动识别；导出后在 Excel 里改过的台账也传到这里，逐格核对。" />
      <DropZone />
      <DataTable label="导入批次" query={query} columns={columns} rowKey={({ id }) => id} pager={pager} empty={<Nothing words="还没有导入过表格" />} />
    </>
  )
}

const columns: Column<Batch>[] = [
  { key: 'file', title: '文件', isFixed: true, render: ({ id, fileName, bytes }) => <><Link to={`/intake/${id}`} style={{ overflowWrap: 'anywhere' }}>{fileName}</Link> <span className="faint">{sizeWords(bytes)}</span></> },
  { key: 'kind', title: '内容', width: 130, render: ({ kind }) => intakeKind[kind] },
  { key: 'status', title: '状态', width: 100, render: ({ status }) => <StatusTag status={status} /> },
  { key: 'counts', title: '结果', width: 280, render: countWords },
  { key: 'area', title: '登记到', width: 140, render: ({ areaName }) => areaName },
  { key: 'by', title: '导入人', width: 140, render: ({ by, at }) => <>{by}<br /><span className="faint">{whenWords(at)}</span></> },
]
