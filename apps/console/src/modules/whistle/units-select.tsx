import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { usePause } from '../../parts/use-pause.ts'

interface UnitsSelectProps { id?: string, value?: string[], onChange?: (ids: string[], names: { value: string, label: string }[]) => void, except?: readonly string[], most?: number }

const none: string[] = []

/** Chooses several active units; typing searches by name. */
export function UnitsSelect({ value = none, onChange, except = none, most = 10, ...rest }: UnitsSelectProps) {
  const [typed, setTyped] = useState('')
  const [known, setKnown] = useState<{ value: string, label: string }[]>([])
  const text = usePause(typed.trim(), 250)
  const query = useAsk('organisation', 'units', { text: text || undefined, isActive: true, limit: 100 }, { keepsLast: true, freshMs: 60_000 })
  const found = (query.data?.rows ?? []).filter(({ id }) => !except.includes(id)).map((row) => ({ value: row.id, label: row.name }))
  const chosen = known.filter((one) => value.includes(one.value) && !found.some((other) => other.value === one.value))
  const choose = (ids: string[]) => {
    const names = [...known, ...found].filter((one, at, all) => ids.includes(one.value) && all.findIndex((other) => other.value === one.value) === at)
    setKnown(names)
    onChange?.(ids, names)
  }
  return <Select {...rest} mode="multiple" showSearch={{ filterOption: false, onSearch: setTyped }} value={value} onChange={choose} loading={query.isFetching} options={[...chosen, ...found]} placeholder="选择单位，可输入名称查找" maxCount={most} />
}
