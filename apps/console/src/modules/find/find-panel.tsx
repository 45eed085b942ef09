import { HomeOutlined, IdcardOutlined, ShopOutlined, TagOutlined, ToolOutlined, UserOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { Fault } from '../../parts/states.tsx'
import { usePause } from '../../parts/use-pause.ts'
import type { FoundGroup } from './found.ts'
import styles from './find.module.css'
import { useRecents } from './recent.ts'
import { useFound } from './use-found.ts'

/** What is typed, and what it finds: names, pinyin, numbers, addresses. Arrows choose, Enter opens. */
export function FindPanel({ close }: { close: () => void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [isEager, setEager] = useState(false)
  const navigate = useNavigate()
  const typed = usePause(text.trim(), 200)
  const isAsked = [...typed].length >= 2 && text.trim().length >= 2
  const { query, groups: found } = useFound(typed, isAsked)
  const recents = useRecents()
  const groups: FoundGroup[] = isAsked ? found : [{ title: '最近打开', rows: recents.map((one) => ({ ...one, to: `/${one.kind}/${one.id}` })) }]
  const rows = groups.flatMap((group) => group.rows)
  const open = (to: string, state?: object) => { close(); void navigate(to, { state }) }
  // What is shown must be what was typed: a quick Enter waits for its answer.
  const isSettled = typed === text.trim() && !(isAsked && (query.isPlaceholderData || query.isFetching))
  const chosen = rows[Math.min(at, rows.length - 1)]
  const openEagerly = useEffectEvent(() => chosen && open(chosen.to))
  useEffect(() => {
    if (isEager && isSettled) openEagerly()
  }, [isEager, isSettled])
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && rows.length > 0) { event.preventDefault(); setAt((at + step + rows.length) % rows.length) }
    if (event.key === 'Enter') setEager(true)
  }
  return (
    <search className={styles.panel}>
      <Input size="large" autoFocus role="combobox" aria-label="姓名、拼音、号码或地址" aria-expanded={rows.length > 0} aria-controls="found" aria-activedescendant={rows.length > 0 ? `found-${Math.min(at, rows.length - 1)}` : undefined} placeholder="姓名、单位、拼音首字母、证件或电话、地址如 3-2-501、标签"
        allowClear maxLength={60} value={text} onChange={({ target }) => { setText(target.value); setAt(0); setEager(false) }} onKeyDown={press} />
      {query.error && isAsked ? <Fault fault={query.error} isSmall /> : <FoundList groups={groups} at={at} open={open} />}
      <Hint isAsked={isAsked} isFetching={query.isFetching} isEmpty={rows.length === 0} text={text.trim()} open={open} />
    </search>
  )
}

const icons = { person: UserOutlined, household: IdcardOutlined, housing: HomeOutlined, enterprise: ShopOutlined, thing: ToolOutlined, tag: TagOutlined }

function FoundList({ groups, at, open }: { groups: FoundGroup[], at: number, open: (to: string) => void }) {
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0))
  return (
    <div id="found" role="listbox" aria-label="找到的记录" className={styles.list}>
      {groups.filter(({ rows }) => rows.length > 0).map((group) => (
        <div key={group.title} role="group" aria-label={group.title}>
          <p className={styles.title} aria-hidden>{group.title}</p>
          {group.rows.map((row, index) => {
            const place = starts[groups.indexOf(group)]! + index
            const Icon = icons[row.kind]
            return (
              <div key={row.id} id={`found-${place}`} role="option" tabIndex={-1} aria-selected={place === at} className={place === at ? `${styles.row} ${styles.chosen}` : styles.row} onClick={() => open(row.to)}>
                <Icon aria-hidden className={styles.icon} /><strong>{row.title}</strong>{row.numbers && <span className={styles.numbers}>{row.numbers}</span>}<span className={styles.about}>{row.about}</span>
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface HintProps { isAsked: boolean, isFetching: boolean, isEmpty: boolean, text: string, open: (to: string, state?: object) => void }

function Hint({ isAsked, isFetching, isEmpty, text, open }: HintProps) {
  const mayEdit = useMay('base.edit')
  if (!isAsked) return <p className={styles.hint}>写两个字就能找：王示、wsy、后四位 4321、3幢2单元501室、店名、信用代码、标签。↑↓ 选择，Enter 打开。</p>
  if (isEmpty && isFetching) return <p className={styles.hint} role="status">正在查找…</p>
  if (!isEmpty) return <p className={styles.hint}>只列出最相近的；每次查找都记入审计。</p>
  return (
    <p className={styles.hint} role="status">
      没有找到“{text}”，或不在您的辖区。
      {mayEdit && <button type="button" className={styles.link} onClick={() => open('/person/new', /^[\u4e00-\u9fff·]{2,}$/.test(text) ? { name: text } : {})}>登记这个人</button>}
    </p>
  )
}
