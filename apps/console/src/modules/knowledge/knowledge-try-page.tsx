import { answerBand } from '@linli/contract/words/index'
import type { AnswerBand } from '@linli/contract/words/index'
import type { Output } from '@linli/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call, wordsOf } from '../../kernel/call.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import tag from '../event/status-tag.module.css'
import { AnswerCard } from './answer-card.tsx'
import { AreaChoice, useHome } from './area-choice.tsx'
import { sure } from './knowledge-words.ts'
import styles from './knowledge.module.css'

type Found = Output<'knowledge', 'tryOut'>
const tone: Record<AnswerBand, string> = { answer: tag.open!, offer: tag.going!, 'hand-over': tag.over! }
const doing: Record<AnswerBand, string> = { answer: '有把握，直接把第一条答复居民。', offer: '不够有把握，列出这几条请居民自己选。', 'hand-over': '没有把握，转人工；下面是最接近的。' }

/** A question as residents ask it, what is found to it, and how sure that is. */
export default function KnowledgeTryPage() {
  const home = useHome()
  const [question, setQuestion] = useState('')
  const [area, setArea] = useState(home)
  const job = useMutation({ mutationFn: (asked: { question: string, area: string }) => call('knowledge', 'tryOut', asked) })
  const ask = () => question.trim() !== '' && area !== undefined && job.mutate({ question: question.trim(), area })
  return (
    <>
      <PageHeader title="试一试" back={{ to: '/knowledge', words: '返回知识库' }} hint="像居民那样问一句，看机器会怎样答复。只用已发布、在有效期内的知识；不会留下记录。" />
      <section className="panel panel-body" aria-label="提问">
        <div className={styles.ask}>
          <Input aria-label="居民的问题" placeholder="如：我妈八十了每个月有没有补贴" maxLength={200} value={question} onChange={({ target }) => setQuestion(target.value)} onPressEnter={ask} autoFocus />
          <AreaChoice aria-label="在哪里问" placeholder="在哪里问" style={{ width: 170 }} value={area} onChange={setArea} />
          <Button type="primary" loading={job.isPending} disabled={question.trim() === '' || area === undefined} onClick={ask}>试一试</Button>
        </div>
        {job.error && <Alert type="error" showIcon role="alert" title={wordsOf(job.error)} style={{ marginTop: 12 }} />}
      </section>
      <div role="status" aria-live="polite">{job.data && <Hits found={job.data} />}</div>
    </>
  )
}

const Hits = ({ found: { band, hits, version } }: { found: Found }) => (
  <div className={styles.hits}>
    <p className={styles.tags}><span className={`${tag.tag} ${tone[band]}`}>{answerBand[band]}</span><span>{doing[band]}</span><span className="faint">知识库第 {version} 版</span></p>
    {hits.length === 0 && <Nothing words="没有找到相近的知识" />}
    {hits.map((hit, at) => (
      <div key={hit.entry} className={styles.hit}>
        <div className={styles.tags}><strong>第 {at + 1} 条</strong><span className={styles.bar} aria-hidden><span style={{ width: sure(hit.confidence) }} /></span><span className="number">把握 {sure(hit.confidence)}</span><Link to={`/knowledge/${hit.entry}`}>打开这条知识</Link></div>
        <AnswerCard card={hit.card} />
      </div>
    ))}
  </div>
)
