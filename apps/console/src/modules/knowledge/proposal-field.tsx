import { Button } from 'antd'
import { whenWords } from '../../parts/when.ts'
import type { KnowledgeView } from './knowledge-words.ts'
import styles from './knowledge.module.css'

export interface Decided { taken: string[], declined: string[] }
interface ProposalFieldProps { proposals: KnowledgeView['proposals'], decided: Decided, /** `text`: what is to be added to the other ways to ask. */ decide: (next: Decided, text?: string) => void }

/** Other ways to ask that colleagues heard: taken into the draft or not; it is told when the draft is saved. */
export const ProposalField = ({ proposals, decided, decide }: ProposalFieldProps) => (
  <section className="panel" aria-labelledby="proposed">
    <h2 id="proposed" className="panel-title">有人建议的问法</h2>
    <ul className={styles.versions}>{proposals.map(({ id, text, by, areaName, at, note }) => (
      <li key={id} className={styles.version}>
        <span>{text}<br /><span className="faint">{by} · {areaName} · {whenWords(at)}{note && ` · ${note}`}</span></span>
        {decided.taken.includes(id) ? <span className="faint">采用</span> : decided.declined.includes(id) ? <span className="faint">不采用</span> : (
          <span className={styles.acts}>
            <Button size="small" aria-label={`采用“${text}”`} onClick={() => decide({ ...decided, taken: [...decided.taken, id] }, text)}>采用</Button>
            <Button size="small" aria-label={`不采用“${text}”`} onClick={() => decide({ ...decided, declined: [...decided.declined, id] })}>不采用</Button>
          </span>
        )}
      </li>
    ))}</ul>
  </section>
)
