import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { fieldType } from '@linli/contract/words/index'
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { isAlwaysSealed, isChoice, mayHaveMost } from '../field/field-view.ts'
import styles from './logbook.module.css'
import { columnTypes, freshColumn } from './logbook-view.ts'
import type { ColumnDraft } from './logbook-view.ts'

interface ColumnsFieldProps { value?: ColumnDraft[], onChange?: (value: ColumnDraft[]) => void }

const none: ColumnDraft[] = []

/** The columns of a logbook, one a line. A form field of antd. */
export function ColumnsField({ value = none, onChange }: ColumnsFieldProps) {
  const put = (at: number, what: Partial<ColumnDraft>) => onChange?.(value.map((one, place) => (place === at ? { ...one, ...what } : one)))
  const swap = (at: number, to: number) => onChange?.(value.map((one, place) => (place === at ? value[to]! : place === to ? value[at]! : one)))
  const add = () => onChange?.([...value, freshColumn(`new-${1 + Math.max(0, ...value.map(({ key }) => Number(key.split('new-')[1] ?? 0)))}`)])
  return (
    <div>
      {value.map((column, at) => (
        <div key={column.key} className={styles.column} role="group" aria-label={`第 ${at + 1} 栏`}>
          <span className="number faint">{at + 1}</span>
          <Input aria-label={`第 ${at + 1} 栏的名称`} placeholder="栏目名称" maxLength={30} value={column.label} onChange={({ target }) => put(at, { label: target.value })} />
          <Select aria-label={`第 ${at + 1} 栏的类型`} disabled={column.name !== undefined} title={column.name === undefined ? undefined : '类型不能改；要换类型，请去掉这一栏另加'} value={column.type} onChange={(type) => put(at, { type })} options={columnTypes.map((type) => ({ value: type, label: fieldType[type] }))} />
          <More column={column} at={at} put={put} />
          <Checkbox checked={column.isRequired} onChange={({ target }) => put(at, { isRequired: target.checked })}>必填</Checkbox>
          <Checkbox checked={column.isSensitive || isAlwaysSealed(column.type)} disabled={column.name !== undefined || isAlwaysSealed(column.type)} title="加密保存、打码显示，查看要填用途" onChange={({ target }) => put(at, { isSensitive: target.checked })}>敏感</Checkbox>
          <span>
            <Button type="text" size="small" disabled={at === 0} aria-label={`把第 ${at + 1} 栏往前移`} icon={<ArrowUpOutlined aria-hidden />} onClick={() => swap(at, at - 1)} />
            <Button type="text" size="small" disabled={at === value.length - 1} aria-label={`把第 ${at + 1} 栏往后移`} icon={<ArrowDownOutlined aria-hidden />} onClick={() => swap(at, at + 1)} />
            <Button type="text" size="small" aria-label={`去掉第 ${at + 1} 栏`} icon={<CloseOutlined aria-hidden />} onClick={() => onChange?.(value.filter((_, place) => place !== at))} />
          </span>
        </div>
      ))}
      <Button style={{ marginTop: 8 }} icon={<PlusOutlined aria-hidden />} onClick={add}>加一栏</Button>
    </div>
  )
}

/** What only some types ask for. */
function More({ column, at, put }: { column: ColumnDraft, at: number, put: (at: number, what: Partial<ColumnDraft>) => void }) {
  if (isChoice(column.type)) return <Input aria-label={`第 ${at + 1} 栏的选项`} placeholder="选项，用顿号隔开" value={column.options} onChange={({ target }) => put(at, { options: target.value })} />
  if (mayHaveMost(column.type)) return <InputNumber aria-label={`第 ${at + 1} 栏${column.type === 'number' ? '最大值' : '最多字数'}`} placeholder="不限" prefix={column.type === 'number' ? '最大' : '最多'} suffix={column.type === 'number' ? undefined : '字'} min={1} max={1_000_000} precision={0} style={{ width: '100%' }} value={column.max} onChange={(max) => put(at, { max })} />
  return <span />
}
