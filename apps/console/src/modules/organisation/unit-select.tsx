import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { SearchSelect } from '../../parts/form/search-select.tsx'
import { usePause } from '../../parts/use-pause.ts'

interface UnitSelectProps {
  id?: string
  value?: string
  onChange?: (id: string | undefined) => void
  /** Shown before anything is searched: the suggested or present one. */
  known?: { id: string, name: string } | null
  placeholder?: string
  'aria-label'?: string
  allowClear?: boolean
  style?: React.CSSProperties
}

/** Chooses an active unit; typing searches by name. */
export function UnitSelect({ known, placeholder = '选择单位，可输入名称查找', ...rest }: UnitSelectProps) {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  const query = useAsk('organisation', 'units', { text: text || undefined, isActive: true, limit: 100 }, { keepsLast: true, freshMs: 60_000 })
  const found = (query.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))
  const isMissing = known && !text && !found.some((option) => option.value === known.id)
  return <SearchSelect {...rest} placeholder={placeholder} options={isMissing ? [{ value: known.id, label: known.name }, ...found] : found} isFetching={query.isFetching} onSearch={setTyped} />
}
