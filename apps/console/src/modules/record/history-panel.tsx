import { valueSource } from '@linli/contract/words/index'
import type { Value } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Answer } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { valueWords } from './field.ts'
import type { FieldView, Revision, ShownKind } from './field.ts'
import styles from './record.module.css'

interface HistoryPanelProps {
  kind: ShownKind
  id: string
  fields: FieldView[]
  /** Puts back what stood before a change; missing where the viewer may not. */
  restore?: (no: number, field: string, before: Value) => Promise<unknown>
}

/** Every change of a record: when, by whom, from what source, and what stood before. */
export function HistoryPanel({ kind, id, fields, restore }: HistoryPanelProps) {
  const [isOpen, setOpen] = useState(false)
  // Only once it is opened: every look is written down. Every kind of record answers alike.
  const query = useAsk(kind as 'person', 'history', { id }, { isWanted: isOpen, isLogged: true })
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history" className="panel-title">变更记录<span className={styles.bar}>{!isOpen && <Button size="small" onClick={() => setOpen(true)}>查看变更记录</Button>}</span></h2>
      {isOpen && <Answer query={query} isSmall>{({ rows }) => rows.length === 0 ? <p className="panel-body faint">登记以后还没有改过。</p> : <ol>{rows.map((row) => <Change key={row.no} row={row} fields={fields} restore={restore} />)}</ol>}</Answer>}
      {!isOpen && <p className="panel-body faint">谁在什么时候改了什么、原来是什么，可以恢复旧值。</p>}
    </section>
  )
}

export function Change({ row, fields, restore }: { row: Revision } & Pick<HistoryPanelProps, 'fields' | 'restore'>) {
  const confirm = useConfirm()
  const isFirst = row.no === 1
  const wordsOf = (name: string, before: Value) => valueWords(fields.find((field) => field.name === name) ?? { type: 'text', options: null }, before)
  const ask = (name: string, label: string, before: Value) => confirm({
    title: `把${label}恢复为“${before === null ? '空' : wordsOf(name, before)}”？`, what: '恢复后会记入变更记录，可以再改回来。', words: '恢复', isDanger: false, act: async () => restore?.(row.no, name, before), done: `已恢复${label}`,
  })
  return (
    <li className={styles.row}>
      <div className={styles.head}><strong>{isFirst ? '登记' : `改了 ${row.fields.length} 项`}</strong><span>{row.by}</span><span className="faint">{valueSource[row.source]}{row.sourceName && `：${row.sourceName}`}</span><time dateTime={row.at} className={`${styles.when} ${styles.end}`}>{whenExact(row.at)}</time></div>
      {isFirst ? <p className={`faint ${styles.note}`}>{row.fields.map(({ label }) => label).join('、')}</p> : (
        <dl className={styles.changes}>
          {row.fields.map(({ name, label, before }) => (
            <div key={name} className={styles.change}><dt>{label}</dt><dd><span className="faint">原为 </span>{before === null ? '空' : wordsOf(name, before)}</dd>{restore && fields.some((field) => field.name === name) && <dd><Button size="small" type="link" aria-label={`恢复${label}`} onClick={() => ask(name, label, before)}>恢复</Button></dd>}</div>
          ))}
        </dl>
      )}
    </li>
  )
}
