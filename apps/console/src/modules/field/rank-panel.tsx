import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { valueSource } from '@linli/contract/words/index'
import type { RecordKind, ValueSource } from '@linli/contract/words/index'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { isWhole } from '../organisation/use-office.ts'
import { orderWords, stepped } from './field-view.ts'
import type { Rank } from './field-view.ts'
import styles from './field.module.css'

/** Which source stands above which, for every field of a kind: what a better one says stands, what a lesser one says waits. */
export function RankPanel({ kind }: { kind: RecordKind }) {
  const query = useAsk('field', 'ranks', { kind })
  const [changing, setChanging] = useState<Rank>()
  const [text, setText] = useState('')
  const mayRank = (useMe().may['base.manage'] ?? []).some(isWhole)
  const data = query.data && { rows: query.data.rows.filter(({ label }) => label.includes(text.trim())) }
  return (
    <>
      <div className={styles.bar}><Input allowClear aria-label="查找项目" placeholder="查找项目" style={{ width: 200 }} value={text} onChange={({ target }) => setText(target.value)} /><span className="faint">来源冲突时，排在前面的直接写进档案，排在后面的进“更正建议”等人定。{!mayRank && '由街道统一设置。'}</span></div>
      <DataTable label="来源规则" query={{ ...query, data }} columns={mayRank ? columnsWith(setChanging) : columnsWith(setChanging).slice(0, -1)} rowKey={(row) => row.field} />
      {changing && <Order rank={changing} close={() => setChanging(undefined)} />}
    </>
  )
}

const columnsWith = (change: (rank: Rank) => void): Column<Rank>[] => [
  { key: 'label', title: '项目', width: 170, isFixed: true, render: (row) => <>{row.label} {row.isOwn && <Mark tone="blue">已改</Mark>}</> },
  { key: 'sources', title: '来源先后', isFixed: true, render: (row) => <span className="faint">{orderWords(row.sources)}</span> },
  { key: 'acts', title: '操作', width: 80, isFixed: true, render: (row) => <Button size="small" type="link" aria-label={`修改${row.label}的来源规则`} onClick={() => change(row)}>修改</Button> },
]

function Order({ rank, close }: { rank: Rank, close: () => void }) {
  const [sources, setSources] = useState<ValueSource[]>([...rank.sources])
  const { message } = App.useApp()
  const { mutateAsync, isPending } = useTell('field', 'rank')
  const put = async (order: ValueSource[]) => {
    await mutateAsync({ kind: rank.kind, field: rank.field, sources: order })
    void message.success('已保存')
    close()
  }
  return (
    <FormDrawer name="rank" title={`${rank.label}的来源先后`} isOpen close={close} submitWords="保存" send={() => put(sources)}>
      <ol className={styles.order}>
        {sources.map((source, at) => (
          <li key={source}>
            <span>{at + 1}. {valueSource[source]}</span>
            <Button size="small" icon={<ArrowUpOutlined aria-hidden />} aria-label={`${valueSource[source]}上移`} disabled={at === 0} onClick={() => setSources(stepped(sources, source, -1))} />
            <Button size="small" icon={<ArrowDownOutlined aria-hidden />} aria-label={`${valueSource[source]}下移`} disabled={at === sources.length - 1} onClick={() => setSources(stepped(sources, source, 1))} />
          </li>
        ))}
      </ol>
      {rank.isOwn && <p style={{ marginBottom: 16 }}><Button size="small" loading={isPending} onClick={() => void put([]).catch(() => undefined)}>恢复默认先后</Button></p>}
    </FormDrawer>
  )
}
