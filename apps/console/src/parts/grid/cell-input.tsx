import { App } from 'antd'
import { useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react'
import { readClip, writeClip } from './clip.ts'
import type { GridColumn } from './column.ts'
import styles from './grid.module.css'
import { keyOf } from './grid-keys.ts'
import { Options, offered, withOption } from './options.tsx'
import { chosen, clear, paste, rowsTooMany, settle, textAt, type } from './sheet.ts'
import type { Derive, Sheet } from './sheet.ts'

interface CellInputProps {
  input: RefObject<HTMLTextAreaElement | null>
  id: string
  columns: readonly GridColumn[]
  sheet: Sheet
  change: (next: (sheet: Sheet) => Sheet) => void
  derive: Derive | undefined
  fault: string | undefined
  isLocked: boolean
}

/** What is typed into the active cell: it has the focus and is empty before the first key, so that no letter of an input method is lost. */
export function CellInput({ input, id, columns, sheet, change, derive, fault, isLocked }: CellInputProps) {
  const { message } = App.useApp()
  const { at, typing } = sheet
  const column = columns[at.column]!
  const no = sheet.rows[at.row]!.no ?? at.row + 1
  const isLeaving = useRef(false)
  const [marked, setMarked] = useState(0)
  const options = offered(column, typing)
  const choose = (option: string) => change((now) => settle(type(now, withOption(column, now.typing ?? '', option)), derive))
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const done = keyOf(event, { sheet, options, marked, isLeaving: isLeaving.current, isLocked, page: 15 })
    isLeaving.current = event.key === 'Escape' && typing === null
    if (!done) return
    event.preventDefault()
    if ('mark' in done) return setMarked(done.mark)
    if ('choose' in done) change((now) => done.after(settle(type(now, withOption(column, now.typing ?? '', done.choose)), derive)))
    else change((now) => done.next(now, derive))
    setMarked(0)
  }
  const take = (event: ClipboardEvent<HTMLTextAreaElement>, isCut: boolean) => {
    if (typing !== null) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', writeClip(chosen(sheet)))
    if (isCut && !isLocked) change((now) => clear(now, derive))
  }
  const put = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const text = event.clipboardData.getData('text/plain')
    if (typing !== null && !/[\t\n]/.test(text)) return
    event.preventDefault()
    const block = readClip(text)
    const over = rowsTooMany(sheet, block)
    if (isLocked || text === '') return
    if (over > 0) void message.warning(`超出 ${over} 行，表格放不下，没有粘贴；请分几次粘贴`)
    else change((now) => paste(now, block, derive))
  }
  return (
    <>
      <textarea ref={input} rows={1} value={typing ?? ''} className={typing === null ? styles.input : `${styles.input} ${styles.typing}`} readOnly={isLocked} autoComplete="off" spellCheck={false}
        aria-label={`${column.title}，第 ${no} 行`} aria-invalid={fault !== undefined} aria-activedescendant={options.length > 0 && typing !== null ? `${id}-option-${marked}` : undefined}
        onChange={(event) => change((now) => type(now, event.target.value))} onKeyDown={press} onCopy={(event) => take(event, false)} onCut={(event) => take(event, true)} onPaste={put} />
      <span className="hidden" aria-live="polite">{`${column.title}，第 ${no} 行：${textAt(sheet, at) || '空'}${fault ? `，${fault}` : ''}`}</span>
      {typing !== null && options.length > 0 && <Options id={id} options={options} marked={marked} choose={choose} />}
    </>
  )
}
