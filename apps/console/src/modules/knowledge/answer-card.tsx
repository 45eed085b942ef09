import { entranceKind } from '@linli/contract/words/index'
import type { Card } from './knowledge-words.ts'
import { validWords } from './knowledge-words.ts'
import styles from './knowledge.module.css'
import { UncheckedTag } from './knowledge-tags.tsx'

/** An answer as residents see it: short first, the rest below, and at the end where it comes from and how long it holds. */
export function AnswerCard({ card }: { card: Card }) {
  const list = (title: string, items: string[], isOrdered: boolean) => items.length > 0 && (
    <div><strong>{title}</strong>{isOrdered ? <ol className={styles.ordered}>{items.map((item) => <li key={item}>{item}</li>)}</ol> : <ul className={styles.dotted}>{items.map((item) => <li key={item}>{item}</li>)}</ul>}</div>
  )
  return (
    <article className={styles.answer} aria-label={`答案卡片：${card.question}`}>
      <h3 className={styles.asked}>{card.question || '（还没有写问题）'}{card.isUnchecked && <UncheckedTag />}</h3>
      <p className={styles.short}>{card.answerShort || '（还没有写简短答复）'}</p>
      {card.answerLong && <p className={styles.long}>{card.answerLong}</p>}
      {list('办理步骤', card.steps, true)}
      {list('所需材料', card.materials, false)}
      {list('在哪里办', card.entry.map(({ kind, text }) => `${entranceKind[kind]}：${text}`), false)}
      {card.phone && <p><strong>咨询电话</strong>　{card.phone}</p>}
      {card.audience && <p><strong>适用对象</strong>　{card.audience}</p>}
      <p className={`faint ${styles.foot}`}>{card.source ? `依据：${card.source.title}${card.source.date ? `（${card.source.date}）` : ''}　` : ''}有效期：{validWords(card)}{card.isUnchecked && '　本答案待核实，请以窗口答复为准'}</p>
    </article>
  )
}
