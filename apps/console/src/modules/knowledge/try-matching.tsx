import { answerBand } from '@linli/contract/words/index'
import type { Input as Asked, Output } from '@linli/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { call, wordsOf } from '../../kernel/call.ts'
import { sure } from './knowledge-words.ts'
import styles from './knowledge.module.css'

export type Matching = NonNullable<Asked<'knowledge', 'tryOut'>['matching']>
type Found = Output<'knowledge', 'tryOut'>

/** The same question as it is answered now, and as it would be with what is not saved yet. */
export function TryMatching({ area, matching }: { area: string, matching: Matching }) {
  const [question, setQuestion] = useState('')
  const job = useMutation({ mutationFn: async (asked: { question: string, area: string }) => ({ now: await call('knowledge', 'tryOut', asked), changed: await call('knowledge', 'tryOut', { ...asked, matching }) }) })
  const ask = () => question.trim() !== '' && job.mutate({ question: question.trim(), area })
  return (
    <section className="panel" aria-labelledby="try">
      <h2 id="try" className="panel-title">试一试</h2>
      <div className={`panel-body ${styles.stack}`}>
        <div className={styles.ask}>
          <Input aria-label="居民的问题" placeholder="如：银龄餐桌几点开饭" maxLength={200} value={question} onChange={({ target }) => setQuestion(target.value)} onPressEnter={ask} />
          <Button loading={job.isPending} disabled={question.trim() === ''} onClick={ask}>试一试</Button>
        </div>
        {job.error && <Alert type="error" showIcon role="alert" title={wordsOf(job.error)} />}
        <div role="status" aria-live="polite" className={styles.stack}>{job.data && <><Outcome title="现在" found={job.data.now} /><Outcome title="改了以后" found={job.data.changed} /></>}</div>
      </div>
    </section>
  )
}

const Outcome = ({ title, found: { band, hits } }: { title: string, found: Found }) => (
  <div>
    <h3 className={styles.asked}>{title}：{answerBand[band]}</h3>
    {hits.length === 0 ? <p className="faint">没有找到相近的知识</p> : <ol className={styles.ordered}>{hits.map((hit) => <li key={hit.entry}>{hit.question} <span className="faint number">把握 {sure(hit.confidence)}</span></li>)}</ol>}
  </div>
)
