import { testPeriod } from '@linli/contract/words/index'
import { AutoComplete, Input, InputNumber, Select } from 'antd'
import type { Item, Test } from './ledger-words.ts'

interface ValueFieldProps { item: Item, test: Test, change: (value: Test['value']) => void }

const wide = { width: '100%', maxWidth: 360 }
const days = [['-1y', '一年前'], ['-6m', '半年前'], ['-3m', '三个月前'], ['-1m', '一个月前'], ['-7d', '七天前'], ['-0d', '今天'], ['+30d', '三十天后']].map(([value, words]) => ({ value: value!, label: `${words}（${value}）` }))
const asArray = (value: Test['value']): string[] => (Array.isArray(value) ? value : value === null || value === undefined ? [] : [String(value)])

/** What an item is compared with, by its kind. */
export function ValueField({ item, test: { by, value }, change }: ValueFieldProps) {
  const name = `${item.label}的内容`
  if (by === 'known') return null
  if (item.type === 'yes') return <Select aria-label={name} style={{ width: 90 }} value={value === true} onChange={change} options={[{ value: true, label: '是' }, { value: false, label: '否' }]} />
  if (by === 'within') return <Select aria-label={name} placeholder="哪段时间" style={wide} value={value as string | null} onChange={change} options={Object.entries(testPeriod).map(([code, label]) => ({ value: code, label }))} />
  if (item.options) return <Select aria-label={name} mode="multiple" placeholder="可多选" style={wide} value={asArray(value)} onChange={change} showSearch={{ optionFilterProp: 'label' }} options={item.options.map(({ code, label }) => ({ value: code, label }))} />
  if (item.type === 'number') return <InputNumber aria-label={name} style={{ width: 120 }} value={typeof value === 'number' ? value : null} onChange={change} />
  if (item.type === 'day') return <AutoComplete aria-label={name} placeholder="2026-03-01，或选离今天多久" style={wide} value={(value ?? '') as string} onChange={change} options={days} />
  return by === 'in' ? <Select aria-label={name} mode="tags" placeholder="输入后回车，可多个" style={wide} value={asArray(value)} onChange={change} notFoundContent={null} /> : <Input aria-label={name} style={wide} maxLength={60} value={(value ?? '') as string} onChange={(event) => change(event.target.value)} />
}
