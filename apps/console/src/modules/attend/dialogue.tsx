import { turnBy } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../kernel/call.ts'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { whenWords } from '../../parts/when.ts'
import { lastNo } from './attend-view.ts'
import type { AttendView, Card, Turn } from './attend-view.ts'
import styles from './attend.module.css'

/** The whole of what was said, the newest in sight; earlier parts are fetched when asked for. */
export function Dialogue({ talk }: { talk: AttendView }) {
  const box = useRef<HTMLDivElement>(null)
  const [earlier, setEarlier] = useState<{ turns: Turn[], from: number | null }>()
  const from = earlier ? earlier.from : talk.earlier
  const last = lastNo(talk)
  // In braces: newer browsers answer scrollTo with a promise, which React would take for what ends the effect.
  useEffect(() => { box.current?.scrollTo({ top: box.current.scrollHeight }) }, [last])
  const more = async (before: number) => {
    const { turns, earlier: next } = await call('attend', 'get', { id: talk.id, before })
    setEarlier((now) => ({ turns: [...turns, ...now?.turns ?? []], from: next }))
  }
  return (
    <div ref={box} className={styles.dialogue} role="log" aria-label="对话内容" tabIndex={0}>
      <div className={styles.said}>
        {from !== null && <Button type="link" block onClick={() => void more(from)}>更早的对话</Button>}
        <ol>{[...earlier?.turns ?? [], ...talk.turns].map((turn) => <Said key={turn.no} turn={turn} />)}</ol>
      </div>
    </div>
  )
}

const Said = ({ turn }: { turn: Turn }) => (
  <li className={`${styles.turn} ${styles[turn.by]}`}>
    <span className={styles.by}>{turn.by === 'worker' ? turn.name : turnBy[turn.by]} · {whenWords(turn.at)}{turn.isHelpful !== null && (turn.isHelpful ? ' · 居民觉得有用' : ' · 居民觉得没用')}</span>
    {turn.text && <p className={styles.words}>{turn.text}</p>}
    {turn.cards.map((card) => <CardShown key={card.kind} card={card} />)}
    {turn.photos.length > 0 && <PhotoStrip photos={turn.photos.map((id, at) => ({ id, words: `居民发来的图片 ${at + 1}` }))} />}
  </li>
)

/** What stood under the words, as far as a colleague needs to know it. */
function CardShown({ card }: { card: Card }) {
  switch (card.kind) {
    case 'answer': return <p className={styles.card}><strong>答案：{card.card.question}</strong><span>{card.card.answerShort || card.card.answerLong}</span>{card.card.isUnchecked && <em>待核实</em>}</p>
    case 'suggestions': return <p className={styles.card}>请居民选：{card.rows.map(({ question }) => question).join('；')}</p>
    case 'report': return <p className={styles.card}>帮写上报：{card.description}</p>
    case 'contacts': return <p className={styles.card}>联系方式：{card.rows.map(({ name, phone }) => `${name} ${phone ?? ''}`).join('；')}</p>
    case 'calls': return <p className={styles.card}>紧急电话：{card.rows.map(({ name, number }) => `${name} ${number}`).join('；')}</p>
    case 'choices': return <p className={styles.card}>选项：{card.rows.map(({ words }) => words).join('；')}</p>
  }
}
