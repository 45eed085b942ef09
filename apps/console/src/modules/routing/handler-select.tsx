import { Select } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'

interface HandlerSelectProps { id?: string, value?: string | null, onChange?: (id: string | null) => void, unit: string | undefined }

/** Who of a unit is to see to it first; nobody need be named. */
export function HandlerSelect({ id, value, onChange, unit }: HandlerSelectProps) {
  const mayAsk = useMay('routing.view')
  const query = useAsk('routing', 'people', { unit: unit ?? '' }, { isWanted: mayAsk && unit !== undefined, freshMs: 60_000 })
  const options = (query.data?.rows ?? []).map(({ id: person, name }) => ({ value: person, label: name }))
  // Another unit was chosen meanwhile: who is none of its people is taken back, and not sent unseen.
  const isStranger = query.data !== undefined && value !== null && value !== undefined && !options.some((one) => one.value === value)
  const forget = useEffectEvent(() => onChange?.(null))
  useEffect(() => {
    if (isStranger) forget()
  }, [isStranger])
  const shown = query.data === undefined || isStranger ? undefined : value ?? undefined
  return <Select id={id} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={unit ? '不指定，单位里谁都可以办' : '先选择单位'} disabled={!unit} loading={query.isFetching} value={shown} options={options} onChange={(person: string | undefined) => onChange?.(person ?? null)} notFoundContent="这个单位还没有经办人" />
}
