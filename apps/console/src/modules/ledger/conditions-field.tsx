import { CloseOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { choicesOf, freshTest, keysOf, testOf, wayOf, waysOf, type Draft, type Item, type Test } from './ledger-words.ts'
import styles from './ledger.module.css'
import { ValueField } from './value-field.tsx'

type Conditions = Draft['conditions']
interface ConditionsFieldProps { items: readonly Item[], value: Conditions, change: (value: Conditions) => void }

/** Conditions that must all hold; of each, any of its questions. */
export function ConditionsField({ items, value, change }: ConditionsFieldProps) {
  const asked = items.filter(({ tests }) => tests.length > 0)
  const itemOf = (name: string) => items.find((item) => item.name === name)
  const keys = keysOf(value.map(({ any }) => any.map(({ field }) => field).join('+')))
  const put = (at: number, any: Test[]) => change(any.length === 0 ? value.filter((_, place) => place !== at) : value.map((group, place) => (place === at ? { any } : group)))
  const add = (label: string, act: (item: Item) => void) => (
    <Select aria-label={label} placeholder={label} style={{ width: 180 }} value={null} showSearch={{ optionFilterProp: 'label' }} options={choicesOf(asked)} onChange={(name: string | null) => { const item = name === null ? undefined : itemOf(name); if (item) act(item) }} />
  )
  return (
    <>
      {value.length === 0 && <p className="faint">没有条件：辖区里的都列出。</p>}
      {value.map(({ any }, at) => (
        <div key={keys[at]} className={styles.group} role="group" aria-label={`条件 ${at + 1}`}>
          {any.map((test, place) => <TestRow key={keysOf(any.map(({ field }) => field))[place]} isFirst={place === 0} test={test} item={itemOf(test.field)} change={(next) => put(at, any.map((one, other) => (other === place ? next : one)))} drop={() => put(at, any.filter((_, other) => other !== place))} />)}
          <div>{add('或者…', (item) => put(at, [...any, freshTest(item)]))}</div>
        </div>
      ))}
      <div className={styles.acts}>{add('加一个条件', (item) => change([...value, { any: [freshTest(item)] }]))}</div>
    </>
  )
}

interface TestRowProps { test: Test, item: Item | undefined, isFirst: boolean, change: (test: Test) => void, drop: () => void }

function TestRow({ test, item, isFirst, change, drop }: TestRowProps) {
  const label = item?.label ?? test.field
  return (
    <div className={styles.row}>
      {!isFirst && <span className="faint">或</span>}
      <strong>{label}</strong>
      {item && <Select aria-label={`${label}怎么问`} style={{ width: 110 }} value={wayOf(test)} options={waysOf(item)} onChange={(way) => { const next = testOf(way); change({ ...test, ...next, value: next.by === test.by ? test.value : freshTest(item).value }) }} />}
      {item && <span className={styles.grow}><ValueField item={item} test={test} change={(value) => change({ ...test, value })} /></span>}
      <Button type="text" size="small" aria-label={`去掉条件“${label}”`} icon={<CloseOutlined aria-hidden />} onClick={drop} />
    </div>
  )
}
