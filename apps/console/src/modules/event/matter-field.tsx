import { useEffect, useEffectEvent, useRef } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { usePause } from '../../parts/use-pause.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import styles from './matter-field.module.css'

interface MatterFieldProps { id?: string, value?: string, onChange?: (code: string | undefined) => void, description: string }

const fewest = 4

/** The matter, suggested from what was written; the best guess is filled in until somebody chooses. */
export function MatterField({ id, value, onChange, description }: MatterFieldProps) {
  const text = usePause(description.trim(), 500)
  const hints = useAsk('matter', 'suggest', { text }, { isWanted: text.length >= fewest, keepsLast: true }).data?.rows ?? []
  const guess = useRef<string>(undefined)
  const best = hints[0]?.code
  const fill = useEffectEvent(() => {
    if (best && (value === undefined || value === guess.current)) {
      guess.current = best
      onChange?.(best)
    }
  })
  useEffect(() => fill(), [best])
  return (
    <>
      <MatterSelect id={id} value={value} onChange={onChange} />
      {text.length >= fewest && hints.length > 0 && (
        <div className={styles.hints} role="group" aria-label="根据描述推荐的事项">
          <span className="faint">推荐：</span>
          {hints.slice(0, 4).map((hint) => (
            <button key={hint.code} type="button" className={styles.hint} aria-pressed={hint.code === value} title={hint.path} onClick={() => onChange?.(hint.code)}>{hint.name}</button>
          ))}
        </div>
      )}
    </>
  )
}
