import type { FormInstance } from 'antd'
import { joined, toFill } from './reply-words.ts'

/** Puts words into a field of a form and the writing mark where it goes on. */
export function putIn<V extends object>(form: FormInstance<V>, field: string, text: string): void {
  const before = (form.getFieldValue(field as never) as string | undefined)?.trimEnd() ?? ''
  const after = joined(before, text)
  form.setFields([{ name: field, value: after, touched: true, errors: [] }] as never)
  const instance = form.getFieldInstance(field as never) as { focus?: () => void, resizableTextArea?: { textArea: HTMLTextAreaElement } } | undefined
  instance?.focus?.()
  // Once React has shown the new words.
  setTimeout(() => instance?.resizableTextArea?.textArea.setSelectionRange(...toFill(after, before.length)))
}
