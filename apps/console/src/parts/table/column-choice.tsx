import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import styles from './column-choice.module.css'
import type { Column } from './column.ts'

interface ColumnChoiceProps<R> { columns: Column<R>[], shown: Column<R>[], choose: (key: string, isOn: boolean) => void, reset: () => void }

export function ColumnChoice<R>({ columns, shown, choose, reset }: ColumnChoiceProps<R>) {
  const list = (
    <fieldset className={styles.list}>
      <legend className="hidden">显示哪些列</legend>
      {columns.filter((column) => !column.isFixed).map((column) => (
        <Checkbox key={column.key} checked={shown.includes(column)} onChange={(event) => choose(column.key, event.target.checked)}>{column.title}</Checkbox>
      ))}
      <Button size="small" type="link" onClick={reset}>恢复默认</Button>
    </fieldset>
  )
  return <Popover content={list} trigger="click" placement="bottomRight"><Button icon={<SettingOutlined aria-hidden />}>列</Button></Popover>
}
