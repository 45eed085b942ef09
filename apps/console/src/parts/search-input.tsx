import { Input } from 'antd'
import { useState } from 'react'

interface SearchInputProps { label: string, placeholder: string, /** As it stands in the address. */ value: string | undefined, onChange: (text: string | undefined) => void, width?: number }

/** Words to look for in a list; they are looked for when they are whole, by Enter or the button. */
export const SearchInput = (props: SearchInputProps) => <Written key={props.value ?? ''} {...props} />

/** Fewer characters would find too much. */
const least = 2

function Written({ label, placeholder, value, onChange, width = 220 }: SearchInputProps) {
  const [text, setText] = useState(value ?? '')
  const send = (next: string) => (next.trim() === '' || [...next.trim()].length >= least) && onChange(next.trim() || undefined)
  return <Input.Search allowClear aria-label={label} placeholder={placeholder} style={{ width }} maxLength={60} value={text} onChange={({ target }) => setText(target.value)} onSearch={send} enterButton={false} />
}
