import { mapLayer } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { StatusTag, countWords } from './import-view.tsx'
import type { Import } from './import-view.tsx'
import { UploadPanel } from './upload-panel.tsx'
import styles from './mapping.module.css'

/** What is drawn by now, a place for another file, and those that came in before. */
export function ImportTab() {
  const pager = usePager()
  const stock = useAsk('mapping', 'stock', {})
  const query = useAsk('mapping', 'list', { after: pager.after }, { keepsLast: true })
  return (
    <>
      <Answer query={stock} isSmall>
        {({ rows }) => <dl className={styles.stock}>{rows.map(({ label, kind, count, drawn }) => <div key={label}><dt>{label}</dt><dd><Link className="number" to={kind === null ? '/area' : `/atlas?tab=plan&kind=${kind}`} aria-label={`${label} ${count} 个`}>{count}</Link>{drawn < count && <span className="faint">，{count - drawn} 个没有图形</span>}</dd></div>)}</dl>}
      </Answer>
      <UploadPanel />
      <DataTable label="底图数据导入记录" query={query} columns={columns} rowKey={({ id }) => id} pager={pager} empty={<Nothing words="还没有导入过底图数据" />} />
    </>
  )
}

const columns: Column<Import>[] = [
  { key: 'file', title: '文件', isFixed: true, render: ({ id, fileName }) => <Link to={`/atlas/${id}`} style={{ overflowWrap: 'anywhere' }}>{fileName}</Link> },
  { key: 'layer', title: '内容', width: 190, render: ({ layer }) => mapLayer[layer] },
  { key: 'status', title: '状态', width: 100, render: ({ status }) => <StatusTag status={status} /> },
  { key: 'counts', title: '结果', width: 300, render: countWords },
  { key: 'by', title: '导入人', width: 150, render: ({ by, at }) => <>{by}<br /><span className="faint">{whenWords(at)}</span></> },
]
