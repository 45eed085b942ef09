import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { SearchSelect } from '../../parts/form/search-select.tsx'
import { usePause } from '../../parts/use-pause.ts'

interface PersonSelectProps { id?: string, value?: string, onChange?: (id: string | undefined) => void }

/** Chooses a person by name; the unit or area tells namesakes apart. */
export function PersonSelect(props: PersonSelectProps) {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  const query = useAsk('account', 'list', { text: text || undefined, isEnabled: true, limit: 50 }, { keepsLast: true })
  const options = (query.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.name}（${row.unit?.name ?? row.areaName}）` }))
  return <SearchSelect {...props} placeholder="输入姓名查找" options={options} isFetching={query.isFetching} onSearch={setTyped} />
}
