import { SearchOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useKeys } from '../../parts/keys.ts'
import { Mark } from '../../parts/mark.tsx'
import { Answer } from '../../parts/states.tsx'
import styles from './attend.module.css'
import { wordsOf } from './attend-view.ts'
import type { Hit } from './attend-view.ts'

interface SuggestionsProps { id: string, mayReply: boolean, pick: (text: string, hit: Hit) => void }

/** What the knowledge base would say to the last question, or to words of one's own. */
export function Suggestions({ id, mayReply, pick }: SuggestionsProps) {
  const [asked, setAsked] = useState<string>()
  const query = useAsk('attend', 'suggest', { id, ...(asked ? { question: asked } : {}) }, { topic: 'talk', keepsLast: true, freshMs: 60_000 })
  const hits = query.data?.hits ?? []
  const put = (hit: Hit | undefined) => hit && mayReply ? pick(wordsOf(hit), hit) : false
  useKeys({ 1: () => put(hits[0]), 2: () => put(hits[1]), 3: () => put(hits[2]) })
  return (
    <section className="panel" aria-labelledby="suggested">
      <h2 id="suggested" className="panel-title">建议答案</h2>
      <div className={`panel-body ${styles.suggested}`}>
        <Input.Search aria-label="查知识库" placeholder={query.data?.question || '查知识库'} allowClear enterButton={<SearchOutlined aria-label="查找" />} maxLength={200} onSearch={(words) => setAsked(words.trim() || undefined)} />
        <Answer query={query} isSmall>{({ hits: rows }) => rows.length === 0 ? <p className="faint">知识库里没有相近的答案。您的回复可在“问题学习”里变成新答案。</p> : (
          <ol>{rows.map((hit, no) => (
            <li key={hit.entry} className={styles.hit}>
              <p><strong>{hit.question}</strong> <Mark>把握 {Math.round(hit.confidence * 100)}%</Mark>{hit.card.isUnchecked && <Mark tone="amber">待核实</Mark>}</p>
              <p className={styles.short}>{hit.card.answerShort || hit.card.answerLong}</p>
              {hit.card.source && <p className="faint">依据：{hit.card.source.title}{hit.card.validTo && `，有效至 ${hit.card.validTo}`}</p>}
              {mayReply && <Button size="small" aria-keyshortcuts={String(no + 1)} onClick={() => put(hit)}>放进回复框<kbd className={styles.key}>{no + 1}</kbd></Button>}
            </li>
          ))}</ol>
        )}</Answer>
      </div>
    </section>
  )
}
