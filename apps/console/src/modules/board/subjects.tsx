import { RiseOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import type { Board } from './board-view.ts'
import styles from './board.module.css'

const rising = <Mark tone="amber"><RiseOutlined aria-hidden /> 上升</Mark>

/** What is asked about most and what rises, as topics and one by one; and how much of each topic is answered at once. */
export function Subjects({ board: { entries, categories } }: { board: Board }) {
  const mayRead = useMay('knowledge.view')
  return (
    <section className="panel" aria-labelledby="hot">
      {categories.length > 0 && <>
        <h2 className="panel-title">热点话题与答案覆盖</h2>
        <table className={styles.table}>
          <thead><tr><th scope="col">话题</th><th scope="col">问到</th><th scope="col">前一段</th><th scope="col">直接答</th><th scope="col">覆盖率</th></tr></thead>
          <tbody>{categories.map(({ category, asked, answered, earlier, isRising }) => <tr key={category}><td>{category} {isRising && rising}</td><td className="number">{asked}</td><td className="number">{earlier}</td><td className="number">{answered}</td><td className="number">{Math.round(answered / asked * 1000) / 10}%</td></tr>)}</tbody>
        </table>
        <p className={styles.formula}>话题：最相近的知识属于的类别。覆盖率：其中直接回答的 ÷ 问到的。</p>
      </>}
      <h2 id="hot" className="panel-title">热点问题</h2>
      {entries.length === 0 ? <p className={`faint ${styles.empty}`}>这段时间没有问到知识库的问题</p> : (
        <table className={styles.table}>
          <thead><tr><th scope="col">问题</th><th scope="col">问到</th><th scope="col">前一段</th><th scope="col">没用</th></tr></thead>
          <tbody>{entries.map((one) => <tr key={one.entry}><td>{mayRead ? <Link to={`/knowledge/${one.entry}`}>{one.question}</Link> : one.question} {one.isRising && rising}</td><td className="number">{one.asked}</td><td className="number">{one.earlier}</td><td className="number">{one.disliked || ''}</td></tr>)}</tbody>
        </table>
      )}
      <p className={styles.formula}>上升：至少问到 3 次，且是前一段同样天数的 1.5 倍以上。没用：居民评价为没用的次数。</p>
    </section>
  )
}
