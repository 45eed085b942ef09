import { SearchOutlined } from '@ant-design/icons'
import { AutoComplete, Input } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePause } from '../../parts/use-pause.ts'
import styles from './sandtable.module.css'

/** Nobody is looked for while somebody still types: a search for people is written down. */
const typingMs = 500

interface Hit { value: string, area: string, title: string, about: string }

/** Finds an area or a building by its name and, for whom may look there, doors, shops, things and people by whatever is known of them; flies to where they are. */
export function SearchBox({ open }: { open: (area: string) => void }) {
  const [text, setText] = useState('')
  const typed = usePause(text.trim(), typingMs)
  const isAsked = typed.length >= 2 && typed === text.trim()
  const maySee = useMay('base.view')
  const areas = useAsk('organisation', 'findAreas', { text: typed }, { isWanted: isAsked, keepsLast: true })
  const found = useAsk('find', 'all', { text: typed, limit: 5 }, { isWanted: isAsked && maySee, isLogged: true, freshMs: 60_000 })
  const groups = text.trim().length < 2 ? [] : [
    { title: '辖区与楼幢', rows: (areas.data?.rows ?? []).slice(0, 8).map(({ path, name, fullName }): Hit => ({ value: `area ${path}`, area: path, title: name, about: fullName })) },
    { title: '房屋', rows: (found.data?.housing ?? []).map(({ id, area, address, areaName }): Hit => ({ value: `housing ${id}`, area, title: address, about: areaName })) },
    { title: '企业组织', rows: (found.data?.enterprises ?? []).map(({ id, area, name, address, areaName }): Hit => ({ value: `enterprise ${id}`, area, title: name, about: address ?? areaName })) },
    { title: '物与部件', rows: (found.data?.things ?? []).map(({ id, area, name, address, areaName }): Hit => ({ value: `thing ${id}`, area, title: name, about: address ?? areaName })) },
    { title: '人口', rows: (found.data?.people ?? []).map(({ id, area, name, address, areaName }): Hit => ({ value: `person ${id}`, area, title: name, about: address ?? areaName })) },
  ].filter(({ rows }) => rows.length > 0)
  const go = (value: string) => {
    const hit = groups.flatMap(({ rows }) => rows).find((row) => row.value === value)
    if (hit) open(hit.area)
    setText('')
  }
  return (
    <AutoComplete className={styles.search} value={text} onChange={(value) => setText(value.includes(' ') && /^(area|housing|enterprise|thing|person) /.test(value) ? '' : value)} onSelect={go} popupMatchSelectWidth={340} defaultActiveFirstOption
      notFoundContent={text.trim().length < 2 || areas.isFetching || found.isFetching ? null : '没有找到，或不在您的辖区'}
      options={groups.map(({ title, rows }) => ({ label: title, options: rows.map(({ value, title: name, about }) => ({ value, label: <>{name}<small className={`faint ${styles.about}`}>{about}</small></> })) }))}>
      <Input aria-label="找地方" placeholder={maySee ? '楼幢、门牌、姓名、店名' : '社区、网格、楼幢'} prefix={<SearchOutlined aria-hidden />} allowClear />
    </AutoComplete>
  )
}
