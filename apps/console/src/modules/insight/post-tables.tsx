import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import { Behind } from './behind-link.tsx'
import { addressOf, justOne, questionOf, type InsightFilter } from './insight-filter.ts'
import { numberWords } from './number-words.ts'
import styles from './insight.module.css'

/** Each post with those who took its steps, in the order of their names; a name leads to all figures of theirs. */
export function PostTables({ filter }: { filter: InsightFilter }) {
  const { from, until, area } = questionOf(filter)
  const query = useAsk('insight', 'posts', { from, until, area }, { keepsLast: true, freshMs: 60_000 })
  return (
    <Answer query={query}>
      {({ posts }) => (
        <div className={styles.posts}>
          <p className="faint">按谁办的这一步统计，同名的人合在一起。只看办理的时效和质量，不排名，不看登录和点击。</p>
          {posts.map(({ key, label, columns, rows }) => (
            <section key={key} aria-labelledby={`post-${key}`}>
              <h3 id={`post-${key}`}>{label}</h3>
              {rows.length === 0 ? <p className="faint">这段时间没有{label}办理的记录</p> : (
                // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a table wider than its page is moved by keyboard too
                <div className={styles.tableBox} role="region" aria-label={`${label}统计表`} tabIndex={0}>
                  <table className={styles.compare}>
                    <thead><tr><th scope="col">姓名</th>{columns.map(({ name, label: words, formula, version }) => <th key={name} scope="col" title={`${formula}（口径 v${version}）`}>{words}</th>)}</tr></thead>
                    <tbody>{rows.map(({ name, values, counts }) => (
                      <tr key={name}>
                        <th scope="row" style={{ fontWeight: 400 }}><Link to={`/insight?${addressOf({ ...filter, ...justOne({ person: name }) }, {})}`}>{name}</Link></th>
                        {columns.map(({ name: of, label: words, unit, part }) => <td key={of}><Behind to={`/insight/event?${addressOf({ ...filter, ...justOne({ person: name }) }, { part })}`} label={`${name}${words}`} words={numberWords(values[of] ?? null, unit)} />{unit === 'share' && (counts[of] ?? 0) > 0 && <span className="faint">（{counts[of]} 件）</span>}</td>)}
                      </tr>
                    ))}</tbody>
                  </table>
                </div>
              )}
              <details className={styles.formulas}><summary>计算方法</summary><dl>{columns.map(({ name, label: words, formula, version }) => <div key={name}><dt>{words}（口径 v{version}）</dt><dd>{formula}</dd></div>)}</dl></details>
            </section>
          ))}
        </div>
      )}
    </Answer>
  )
}
