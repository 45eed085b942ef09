import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useRef } from 'react'
import styles from './reply-page.module.css'
import { variableLabels } from './reply-words.ts'

interface VariableFieldProps { id?: string, value?: string, onChange?: (text: string) => void }

/** Words with variables: a button for each puts it where the writing mark stands. */
export function VariableField({ id, value = '', onChange }: VariableFieldProps) {
  const area = useRef<TextAreaRef>(null)
  const put = (label: string) => {
    const field = area.current?.resizableTextArea?.textArea
    const [from, until] = [field?.selectionStart ?? value.length, field?.selectionEnd ?? value.length]
    const words = `{${label}}`
    onChange?.(value.slice(0, from) + words + value.slice(until))
    area.current?.focus()
    setTimeout(() => field?.setSelectionRange(from + words.length, from + words.length))
  }
  return (
    <>
      <Input.TextArea id={id} ref={area} rows={5} maxLength={500} showCount value={value} onChange={(event) => onChange?.(event.target.value)} placeholder="如：您反映的{地点}{事项}已由{承办单位}处理完毕，感谢您的反映。" />
      <div role="group" aria-label="插入变量" className={styles.variables}>
        <span className="faint">插入：</span>
        {variableLabels.map((label) => <Button key={label} size="small" onClick={() => put(label)}>{label}</Button>)}
      </div>
    </>
  )
}
