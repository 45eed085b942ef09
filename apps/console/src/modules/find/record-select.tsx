import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { SearchSelect } from '../../parts/form/search-select.tsx'
import { usePause } from '../../parts/use-pause.ts'
import { aboutWords, homeWords } from '../person/person-view.ts'

const placeholders = { person: '姓名、拼音首字母、证件或电话', enterprise: '名称、拼音首字母、信用代码或电话', thing: '名称或编号' } as const

interface RecordSelectProps { id?: string, kind: 'person' | 'enterprise' | 'thing', value?: string, onChange?: (id: string | undefined) => void, /** The record whose page this is: none of its own. */ without?: string }

/** Chooses a person, an enterprise or a thing by what one would write into the find box. */
export function RecordSelect({ id, kind, value, onChange, without }: RecordSelectProps) {
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<{ value: string, label: string }>()
  const typed = usePause(text.trim(), 300)
  const found = useAsk('find', 'all', { text: typed, limit: 12 }, { isWanted: typed.length >= 2, keepsLast: true, isLogged: true })
  const rows = typed.length < 2 || !found.data ? []
    : kind === 'person' ? found.data.people.map((one) => ({ value: one.id, label: [one.name, aboutWords(one), homeWords(one)].filter((word) => word !== '').join('　') }))
      : (kind === 'thing' ? found.data.things : found.data.enterprises).map((one) => ({ value: one.id, label: [one.name, one.address ?? one.areaName].join('　') }))
  const options = rows.filter((row) => row.value !== without)
  const take = (next: string | undefined) => {
    setChosen(options.find((row) => row.value === next))
    onChange?.(next)
  }
  return (
    <SearchSelect id={id} allowClear value={value} options={chosen && !options.some((row) => row.value === chosen.value) ? [chosen, ...options] : options} isFetching={found.isFetching} onSearch={setText} onChange={take}
      placeholder={placeholders[kind]} notFoundContent={found.isFetching ? '正在查找' : typed.length < 2 ? '请至少输入两个字' : '没有找到，或不在您的辖区'} />
  )
}
