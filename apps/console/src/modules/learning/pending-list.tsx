import { rehearsalStatus } from '@linli/contract/words/index'
import { App, Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { PagerBar } from '../../parts/table/pager-bar.tsx'
import { whenWords } from '../../parts/when.ts'
import styles from './learning.module.css'

/** Answers that wait for their review: tried out first, then decided about. */
export function PendingList() {
  const pager = usePager()
  const query = useAsk('learning', 'pending', { after: pager.after }, { keepsLast: true })
  const tell = useTell('learning', 'rehearse')
  const navigate = useNavigate()
  const { message } = App.useApp()
  const run = (entry: string, no: number) => tell.mutate({ items: [{ entry, no }] }, { onSuccess: ({ id }) => void navigate(`/learning/run/${id}`), onError: (fault) => void message.error(wordsOf(fault)) })
  return (
    <section className="panel" aria-label="待审核的答案">
      <Answer query={query}>{({ rows, next }) => rows.length === 0 ? <Nothing words="没有待审核的答案" /> : (
        <>
          <ul>{rows.map(({ entry, no, question, answerShort, areaName, author, at, rehearsal }) => (
            <li key={`${entry} ${no}`} className={styles.pending}>
              <div className={styles.words}><strong className={styles.title}>{question}</strong><p>{answerShort}</p><p className="faint">{areaName} · {author} {whenWords(at)}写</p></div>
              <div className={styles.acts}>
                {rehearsal && <Link to={`/learning/run/${rehearsal.id}`}>{rehearsal.status === 'done' ? rehearsal.isCurrent ? `试跑：${rehearsal.changed} 个问题会变，${rehearsal.lost} 个变差` : '试跑已过时' : rehearsalStatus[rehearsal.status]}</Link>}
                {!(rehearsal?.isCurrent || (rehearsal && rehearsal.status !== 'done')) && <Button onClick={() => run(entry, no)} loading={tell.isPending}>试跑</Button>}
              </div>
            </li>
          ))}</ul>
          {(next || pager.after) && <PagerBar pager={pager} next={next} />}
        </>
      )}</Answer>
    </section>
  )
}
