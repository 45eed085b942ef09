import { useAsk } from '../../kernel/ask.ts'
import { whenWords } from '../../parts/when.ts'
import type { Issue } from './bulletin-words.ts'
import styles from './bulletin.module.css'

/** Who made, reviewed and signed it; signed, whether it still is what was signed. */
export function Standing({ issue: { madeBy, madeAt, submitted, reviewed, signed, digest, content } }: { issue: Issue }) {
  const steps = [{ label: '制成', by: madeBy, at: madeAt }, ...[['送审', submitted], ['审核通过', reviewed], ['签发', signed]].flatMap(([label, by]) => (by && typeof by === 'object' ? [{ label: label as string, by: by.name, at: by.at }] : []))]
  return (
    <aside className={`panel ${styles.standing}`} aria-label="办理情况">
      <h2 className="panel-title">办理情况</h2>
      <ol className="panel-body">{steps.map(({ label, by, at }) => <li key={label}><strong>{label}</strong> {by}<br /><span className="faint">{whenWords(at)}</span></li>)}</ol>
      {content.countedAt && <p className="panel-body faint">数字统计到 {whenWords(content.countedAt)}</p>}
      {digest && <Whole digest={digest} />}
    </aside>
  )
}

function Whole({ digest }: { digest: string }) {
  const query = useAsk('bulletin', 'verify', { digest }, { freshMs: 60_000 })
  return (
    <div className="panel-body">
      <p>{query.data === undefined ? '正在核验…' : query.data.isWhole ? '核验：与签发时一致' : '核验：与签发时不一致，请报告系统管理员'}</p>
      <p className="faint">SHA-256 摘要</p>
      <p className={styles.digest}>{digest}</p>
    </div>
  )
}
