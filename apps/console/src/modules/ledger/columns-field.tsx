import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { choicesOf, keysOf, type Draft, type Item } from './ledger-words.ts'
import styles from './ledger.module.css'

type Columns = Draft['columns']
interface ColumnsFieldProps { items: readonly Item[], value: Columns, change: (value: Columns) => void }

/** Columns in order, each under the name the office has for it. */
export function ColumnsField({ items, value, change }: ColumnsFieldProps) {
  const keys = keysOf(value.map(({ field }) => field ?? ''))
  const swap = (at: number, to: number) => change(value.map((column, place) => (place === at ? value[to]! : place === to ? value[at]! : column)))
  const add = (name: string | null) => {
    const item = items.find((one) => one.name === name)
    if (item) change([...value, { field: item.name, label: item.label }])
  }
  return (
    <>
      {value.map(({ field, label }, at) => (
        <div key={keys[at]} className={styles.row} style={{ padding: '3px 0' }} role="group" aria-label={`第 ${at + 1} 列`}>
          <span className="number faint" style={{ width: 22 }}>{at + 1}</span>
          <Input aria-label={`第 ${at + 1} 列的名称`} style={{ flex: '1 1 120px', maxWidth: 240 }} maxLength={40} value={label} onChange={(event) => change(value.map((column, place) => (place === at ? { ...column, label: event.target.value } : column)))} />
          <span className="faint" style={{ flex: '1 1 100px' }}>{field === null ? '底数里没有，需另填' : items.find(({ name }) => name === field)?.label ?? field}</span>
          <span>
            <Button type="text" size="small" disabled={at === 0} aria-label={`把“${label}”往前移`} icon={<ArrowUpOutlined aria-hidden />} onClick={() => swap(at, at - 1)} />
            <Button type="text" size="small" disabled={at === value.length - 1} aria-label={`把“${label}”往后移`} icon={<ArrowDownOutlined aria-hidden />} onClick={() => swap(at, at + 1)} />
            <Button type="text" size="small" aria-label={`去掉“${label}”`} icon={<CloseOutlined aria-hidden />} onClick={() => change(value.filter((_, place) => place !== at))} />
          </span>
        </div>
      ))}
      <div className={styles.acts}>
        <Select aria-label="加一列" placeholder="加一列" style={{ width: 180 }} value={null} showSearch={{ optionFilterProp: 'label' }} options={choicesOf(items)} onChange={add} />
        <Button onClick={() => change([...value, { field: null, label: '备注' }])}>加一列空白</Button>
      </div>
    </>
  )
}
