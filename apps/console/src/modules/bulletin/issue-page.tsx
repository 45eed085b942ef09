import { bulletinStatus, periodWords } from '@linli/contract/words/index'
import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { dayOf } from '@linli/standards/day'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { toneOf } from './bulletin-words.ts'
import type { Issue } from './bulletin-words.ts'
import { ContentView } from './content-view.tsx'
import { IssueActs } from './issue-acts.tsx'
import { WholeArea } from './opened.tsx'
import { Standing } from './standing.tsx'
import styles from './bulletin.module.css'

/** One issue: as it stands on paper, where it stands in the office, and what may be done now. */
export default function IssuePage() {
  const { id = '' } = useParams()
  const query = useAsk('bulletin', 'issue', { id })
  return <Answer query={query}>{(issue) => <Present issue={issue} />}</Answer>
}

function Present({ issue }: { issue: Issue }) {
  const today = useToday()
  const { name, rhythm, from, until, status, number, content, signed, before, after, replaces, replacedBy, why, reason, sources } = issue
  const period = periodWords(rhythm, { from, until })
  return (
    <>
      <PageHeader title={`${name}　${period}`} beside={<Mark tone={toneOf(status)}>{bulletinStatus[status]}</Mark>} back={{ to: '/bulletin', words: '报表' }} hint="数字是制表时封存的，点开看到的清单是现在的；查看清单、下载都会留下记录。" actions={<IssueActs issue={issue} />} />
      {status === 'returned' && reason && <Alert type="warning" showIcon className={styles.told} title={`退回原因：${reason}`} />}
      {status === 'dropped' && <Alert type="info" showIcon className={styles.told} title={`已作废：${reason ?? ''}`} />}
      {replacedBy && <Alert type="warning" showIcon className={styles.told} title={<>这一期有误，{replacedBy.number ? `已由${replacedBy.number}更正` : '更正的一期正在办理'}，<Link to={`/bulletin/${replacedBy.id}`}>查看</Link></>} />}
      {replaces && <Alert type="info" showIcon className={styles.told} title={<>更正<Link to={`/bulletin/${replaces.id}`}>{replaces.number ?? '前一期'}</Link>{why && `：${why}`}</>} />}
      <div className={styles.columns}>
        <WholeArea value={issue.area}><ContentView content={content} number={number} subject={`${content.areaName}　${period}`} day={dayWordsOf(signed ? dayOf(new Date(signed.at)) : today)} before={before} after={after} note={replaces?.number ? `本期更正${replaces.number}` : null} sources={sources} /></WholeArea>
        <Standing issue={issue} />
      </div>
    </>
  )
}

const dayWordsOf = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
