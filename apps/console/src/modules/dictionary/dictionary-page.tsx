import type { Output } from '@linli/contract'
import { useSearchParams } from 'react-router'
import { useState } from 'react'
import { Input, Select } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import styles from './dictionary-page.module.css'
import { EntryTable } from './entry-table.tsx'

type Tables = Output<'dictionary', 'tables'>['rows']

/** Tables of codes by national standards, to which an office may add its own. */
export default function DictionaryPage() {
  const [params, setParams] = useSearchParams()
  const query = useAsk('dictionary', 'tables', {})
  return (
    <>
      <PageHeader title="代码表" hint="可以增加本单位自用的代码；国家标准的代码不能改名，本单位不用的可以停用。停用后填表不再提供，已经填好的记录照常显示。" />
      <Answer query={query}>
        {({ rows }) => {
          const table = rows.find((row) => row.name === params.get('table')) ?? rows[0]
          return (
            <div className={styles.columns}>
              <TableChoice tables={rows} chosen={table?.name} choose={(name) => setParams({ table: name }, { replace: true })} />
              {table && <EntryTable key={table.name} table={table} />}
            </div>
          )
        }}
      </Answer>
    </>
  )
}

function TableChoice({ tables, chosen, choose }: { tables: Tables, chosen: string | undefined, choose: (name: string) => void }) {
  const isNarrow = useNarrow()
  const [text, setText] = useState('')
  if (isNarrow) return <Select aria-label="代码表" showSearch={{ optionFilterProp: 'label' }} value={chosen} onChange={choose} options={tables.map((table) => ({ value: table.name, label: table.title }))} />
  return (
    <nav className={`panel ${styles.tables}`} aria-label="代码表">
      <Input allowClear aria-label="查找代码表" placeholder="查找代码表" value={text} onChange={(event) => setText(event.target.value)} />
      <ul className={styles.list}>
        {tables.filter((table) => table.title.includes(text.trim())).map((table) => (
          <li key={table.name}>
            <button type="button" aria-current={table.name === chosen ? 'true' : undefined} className={styles.table} onClick={() => choose(table.name)}>
              <span>{table.title}</span><span className="faint number">{table.count}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
