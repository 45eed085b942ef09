import { Select } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useCodes } from '../record/use-codes.ts'

interface ChoiceProps { value: string | undefined, choose: (value: string | undefined) => void }

/** One group of care, or any. */
export function GroupChoice({ value, choose }: ChoiceProps) {
  const groups = useCodes('careGroup') ?? []
  return <Select aria-label="哪一类" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="任一类" value={value} onChange={choose} style={{ width: 180 }} options={groups.map(({ code, label }) => ({ value: code, label }))} />
}

/** Conditions of one's own are kept as a list: the same list that is worked through elsewhere. */
export function ListChoice({ value, choose }: ChoiceProps) {
  const lists = useAsk('ledger', 'list', { limit: 100 }, { freshMs: 60_000 }).data?.rows.filter(({ base }) => base !== 'former' && base !== 'event') ?? []
  return (
    <>
      <Select aria-label="哪个名单的条件" allowClear showSearch={{ optionFilterProp: 'label' }} placeholder="选择名单" value={value} onChange={choose} style={{ width: 240 }} options={lists.map(({ id, name }) => ({ value: id, label: name }))} />
      <Link to="/ledger/make">新建条件</Link>
    </>
  )
}

/** How many lines of a list each unit of a building has. */
export function useMarked(list: string | undefined, building: string): { marked: ReadonlyMap<string, number> | undefined, fault: string | undefined } {
  const { data, error } = useAsk('ledger', 'homes', { id: list ?? '', building }, { isWanted: list !== undefined, isLogged: true, freshMs: 60_000 })
  const marked = useMemo(() => list !== undefined && data ? new Map(data.rows.map(({ housing, lines }) => [housing, lines])) : undefined, [list, data])
  return { marked, fault: list !== undefined && error ? wordsOf(error) : undefined }
}
