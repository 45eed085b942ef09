import { FilterOutlined, SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import styles from './filter-bar.module.css'
import { useNarrow } from './use-media.ts'

interface FilterBarProps {
  search?: { label: string, value: string | undefined, onSearch: (text: string) => void }
  isFiltered: boolean
  clear: () => void
  /** The other filters; folded away on a phone. */
  children?: ReactNode
  /** At the right: columns, views, export. */
  tools?: ReactNode
}

/** The line above a list: search, filters, and a way to be rid of them. */
export function FilterBar({ search, isFiltered, clear, children, tools }: FilterBarProps) {
  const isNarrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  return (
    <search className={styles.bar} aria-label="筛选">
      {search && <SearchBox {...search} />}
      {isNarrow && children && <Button icon={<FilterOutlined aria-hidden />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>筛选</Button>}
      {(!isNarrow || isOpen) && children}
      {isFiltered && <Button type="link" onClick={clear}>清除筛选</Button>}
      {tools && <div className={styles.tools}>{tools}</div>}
    </search>
  )
}

/** Sends what was typed on Enter or when the box is left, so that an address is not written for every letter of a word. */
function SearchBox({ label, value, onSearch }: { label: string, value: string | undefined, onSearch: (text: string) => void }) {
  const [text, setText] = useState(value ?? '')
  const [seen, setSeen] = useState(value)
  // The address changed by another way than this box: a saved list, the way back.
  if (seen !== value) {
    setSeen(value)
    setText(value ?? '')
  }
  const send = () => text.trim() !== (value ?? '') && onSearch(text)
  return (
    <span data-search className={styles.search}>
      <Input aria-label={label} title="按 / 键可直接到这里" placeholder={label} prefix={<SearchOutlined aria-hidden />} allowClear maxLength={40} value={text}
        onChange={(event) => { setText(event.target.value); if (event.target.value === '') onSearch('') }} onPressEnter={send} onBlur={send} />
    </span>
  )
}
