import { changesBetween, markedLines } from './knowledge-words.ts'
import type { Revision } from './knowledge-words.ts'
import styles from './knowledge.module.css'

type Side = Pick<Revision, 'content' | 'no'>

/** Two versions side by side, only what they say differently; of a first one all it says. */
export function Compared({ before, after, beforeWords }: { before: Side | null, after: Side, beforeWords?: string | undefined }) {
  const [first, second] = [beforeWords ?? `第 ${before?.no} 版`, `第 ${after.no} 版`]
  const changes = changesBetween(before, after)
  if (changes.length === 0) return <p className="panel-body faint">内容一样。</p>
  return (
    <>
      {before && <div className={styles.heads} aria-hidden><span /><span>{first}</span><span>{second}</span></div>}
      <div className={styles.compared}>
        {changes.map(({ key, label, before: old, text }) => (
          <div key={key} className={styles.change}>
            <strong>{label}</strong>
            {before && <p><span className="hidden">{first}：</span><Lines text={old} other={text} look={styles.gone!} /></p>}
            <p style={before ? undefined : { gridColumn: 'span 2' }}><span className="hidden">{second}：</span><Lines text={text} other={before ? old : text} look={styles.new!} /></p>
          </div>
        ))}
      </div>
    </>
  )
}

const Lines = ({ text, other, look }: { text: string, other: string, look: string }) => text === '' ? <span className="faint">（空）</span> : markedLines(text, other).map(({ line, isSame, key }, at) => (
  <span key={key}>{at > 0 && '\n'}<span className={isSame ? undefined : look}>{line}</span></span>
))
