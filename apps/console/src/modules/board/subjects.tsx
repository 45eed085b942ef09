import { RiseOutlined } from '@ant-design/icons'
import { Link } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import type { Board } from './board-view.ts'
import styles from './board.module.css'

/** What is asked for most, what rises, and how much of each category is answered at once. */
export function Subjects({ board: { entries, categories } }: { board: Board }) {
  const mayRead = useMay('knowledge.view')
  return (
    <section className="panel" aria-labelledby="hot">
      <h2 id="hot" className="panel-title">热点问题</h2>
      {entries.length === 0 ? <p className={`faint ${styles.empty}`}>这段时间没有问到知识库的问题</p> : (
        <table className={styles.table}>
          <thead><tr><th scope="col">问题</th><th scope="col">问到</th><th scope="col">前一段</th><th scope="col">没用</th></tr></thead>
          <tbody>{entries.map((one) => <tr key={one.entry}><td>{mayRead ? <Link to={`/knowledge/${one.entry}`}>{one.question}</Link> : one.question} {one.isRising && <Mark tone="amber"><RiseOutlined aria-hidden /> 上升</Mark>}</td><td className="number">{one.asked}</td><td className="number">{one.earlier}</td><td className="number">{one.disliked || ''}</td></tr>)}</tbody>
        </table>
      )}
      <p className={styles.formula}>上升：至少问到 3 次，且是前一段同样天数的 1.5 倍以上。没用：居民评价为没用的次数。</p>
      {categories.length > 0 && <>
        <h3 className={styles.sub}>各类问题的答案覆盖</h3>
        <table className={styles.table}>
          <thead><tr><th scope="col">类别</th><th scope="col">问到</th><th scope="col">直接答</th><th scope="col">覆盖率</th></tr></thead>
          <tbody>{categories.map(({ category, asked, answered }) => <tr key={category}><td>{category}</td><td className="number">{asked}</td><td className="number">{answered}</td><td className="number">{Math.round(answered / asked * 1000) / 10}%</td></tr>)}</tbody>
        </table>
        <p className={styles.formula}>覆盖率：直接回答的 ÷ 最相近的答案属于这一类的问题。</p>
      </>}
    </section>
  )
}
