import { useEffect, useRef } from 'react'
import type { GridColumn } from './column.ts'
import styles from './grid.module.css'

const between = /[、,，;；/]/

/** The options that fit what has been typed, that itself first where it may stand; of several, what was typed last. */
export function offered({ options = [], isMany = false, isFree = false }: Pick<GridColumn, 'options' | 'isMany' | 'isFree'>, typing: string | null): string[] {
  if (typing === null) return []
  const last = (isMany ? typing.split(between).pop()! : typing).trim()
  const fitting = options.filter((option) => option.includes(last) && option !== last)
  const stands = options.includes(last) || (isFree && last !== '' && fitting.length > 1)
  return (fitting.length > 0 && stands ? [last, ...fitting] : fitting).slice(0, 60)
}

export function withOption({ isMany = false }: Pick<GridColumn, 'isMany'>, typing: string, option: string): string {
  return isMany ? [...typing.split(between).slice(0, -1), option].join('、') : option
}

interface OptionsProps { id: string, options: readonly string[], marked: number, choose: (option: string) => void }

/** Below the cell that is typed in. */
export function Options({ id, options, marked, choose }: OptionsProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // In new browsers it answers with a promise, which an effect must not.
    void list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [marked])
  return (
    <ul ref={list} role="listbox" aria-label="可选的内容" className={styles.options}>
      {options.map((option, at) => (
        <li key={option} id={`${id}-option-${at}`} role="option" aria-selected={at === marked} className={styles.option}
          onPointerDown={(event) => {
            event.preventDefault()
            event.stopPropagation()
            choose(option)
          }}>{option}</li>
      ))}
    </ul>
  )
}
