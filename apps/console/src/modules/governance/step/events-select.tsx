import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../../kernel/ask.ts'
import { usePause } from '../../../parts/use-pause.ts'

interface EventsSelectProps { id?: string, value?: string[], onChange?: (ids: string[]) => void }

/** Chooses events by a part of their title, place or number; what was chosen keeps its title. */
export function EventsSelect({ value, onChange, ...rest }: EventsSelectProps) {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  const query = useAsk('event', 'list', { text: text || undefined, limit: 20 }, { keepsLast: true })
  const [known, setKnown] = useState<{ value: string, label: string }[]>([])
  const found = (query.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.title}（${row.number}）` }))
  const options = [...known.filter((one) => value?.includes(one.value)), ...found].filter((one, at, all) => all.findIndex((other) => other.value === one.value) === at)
  const choose = (ids: string[]) => {
    setKnown(options.filter((one) => ids.includes(one.value)))
    onChange?.(ids)
  }
  return <Select mode="multiple" {...rest} value={value ?? []} onChange={choose} options={options} showSearch={{ filterOption: false, onSearch: setTyped }} loading={query.isFetching} placeholder="输入标题、地点或编号查找" notFoundContent={query.isFetching ? '正在查找' : '没有找到'} />
}
