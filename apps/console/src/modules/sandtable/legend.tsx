import { useMemo, useState } from 'react'
import { useNarrow } from '../../parts/use-media.ts'
import type { Level } from './colour.ts'
import type { Question } from './questions.ts'
import styles from './sandtable.module.css'
import { dayTitle } from './time.ts'
import type { Painted } from './use-town.ts'

interface LegendProps { question: Question, /** Above the sub-districts no building has a colour. */ isAbove: boolean, on: string | undefined, painted: Painted, only: string | undefined, choose: (key: string | undefined) => void }

/** What each colour says, how many buildings have it, and — pressed — where they are: the others step back, so that nobody must tell colours apart. */
export function Legend({ question, isAbove, on, painted: { rows, scale, isWaiting, note }, only, choose }: LegendProps) {
  // On a phone it would hide the town.
  const isNarrow = useNarrow()
  const [isOpen, setOpen] = useState(!isNarrow)
  const counts = useMemo(() => {
    const all = new Map<string, number>()
    for (const row of rows) {
      const { key } = scale.levelOf(row)
      all.set(key, (all.get(key) ?? 0) + 1)
    }
    return all
  }, [rows, scale])
  return (
    <details className={styles.legend} aria-label="图例" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{question.title}{on !== undefined && `（${dayTitle(on)}）`}</summary>
      {question.formula !== question.title && <p>{question.formula}</p>}
      {note !== undefined && <p role="status">{note}</p>}
      {scale.levels.length === 0 && note === undefined && <p className="faint" role="status">{isAbove ? '进入一个街道，楼幢就会着色' : isWaiting ? '正在着色' : '这里没有可以着色的楼幢'}</p>}
      <ul>{scale.levels.map((level) => <li key={level.key}><Step level={level} count={counts.get(level.key) ?? 0} isOnly={only === level.key} choose={choose} /></li>)}</ul>
      {scale.levels.length > 0 && <p className="faint">{isWaiting ? '其他社区正在着色' : '点按一级，只看这一级的楼幢'}</p>}
    </details>
  )
}

const Step = ({ level: { key, words, colour, ink }, count, isOnly, choose }: { level: Level, count: number, isOnly: boolean, choose: (key: string | undefined) => void }) => (
  <button type="button" className={styles.step} aria-pressed={isOnly} onClick={() => choose(isOnly ? undefined : key)}>
    <span aria-hidden className={styles.swatch} style={{ background: colour, color: ink }}>{count}</span><span>{words}</span><span className="hidden">，{count} 幢</span>
  </button>
)

