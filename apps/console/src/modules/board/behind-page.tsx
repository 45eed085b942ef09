import { boardList } from '@linli/contract/words/index'
import type { BoardList } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { PagerBar } from '../../parts/table/pager-bar.tsx'
import { dayWords, whenWords } from '../../parts/when.ts'
import styles from './board.module.css'
import { addressOf, usePeriod } from './board-filter.ts'

/** The talks behind a number. */
export default function BehindPage() {
  const { period: { area = '/', from, until }, params } = usePeriod()
  const asked = params.get('which') ?? ''
  const which: BoardList = asked in boardList ? asked as BoardList : 'talks'
  const pager = usePager()
  const mayAttend = useMay('attend.answer')
  const query = useAsk('board', 'behind', { area, from, until, which, after: pager.after }, { keepsLast: true })
  return (
    <>
      <PageHeader title={which === 'talks' ? boardList.talks : `${boardList[which]}的会话`} back={{ to: `/reception-board?${addressOf({ area, from, until })}`, words: '接待看板' }} hint={`${dayWords(from)} – ${dayWords(until)}`} />
      <section className="panel" aria-label="会话">
        <Answer query={query}>{({ rows, next }) => rows.length === 0 ? <Nothing words="没有会话" /> : (
          <>
            <ul>{rows.map((row) => (
              <li key={row.id} className={styles.talk}>
                {mayAttend ? <Link data-row-link to={`/attend/${row.id}`}>{row.title || '没有提问'}</Link> : <span>{row.title || '没有提问'}</span>}
                <span className="faint">{row.areaName} · {whenWords(row.begunAt)}{row.rating !== null && ` · ${row.rating} 星`}{row.worker && ` · ${row.worker}接待`}{row.isOpen && ' · 还没结束'}</span>
              </li>
            ))}</ul>
            {(next || pager.after) && <PagerBar pager={pager} next={next} />}
          </>
        )}</Answer>
      </section>
    </>
  )
}
