import { answerBand } from '@linli/contract/words/index'
import type { Output } from '@linli/contract'
import { Alert, App, Button, Progress } from 'antd'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import styles from './learning.module.css'

type Run = Output<'learning', 'rehearsal'>
type Found = Run['changes'][number]['before']

/** What a changed answer does to all known questions; a person decides. */
export default function RehearsalPage() {
  const { id = '' } = useParams()
  const query = useAsk('learning', 'rehearsal', { id })
  const from = useFrom()
  return (
    <>
      <PageHeader title="试跑结果" back={from} hint="用全部标准问题、相似问法和居民觉得有用的提问各问一遍，看发布后答案会不会变。" />
      <Answer query={query}>{(run) => <Shown run={run} />}</Answer>
    </>
  )
}

/** Back to the entry or the list that sent one here. */
function useFrom(): { to: string, words: string } {
  const { state } = useLocation() as { state: { from?: { to: string, words: string } } | null }
  return state?.from ?? { to: '/learning?tab=review', words: '试跑与发布' }
}

function Shown({ run }: { run: Run }) {
  const publish = useTell('learning', 'publish', ['learning', 'knowledge'])
  const again = useTell('learning', 'rehearse')
  const navigate = useNavigate()
  const ask = useConfirm()
  const from = useFrom()
  const { message } = App.useApp()
  const isDone = run.status === 'done'
  const many = run.items.length
  const rerun = () => again.mutate({ items: run.items }, { onSuccess: ({ id }) => void navigate(`/learning/run/${id}`, { replace: true, state: { from } }), onError: (fault) => void message.error(wordsOf(fault)) })
  return (
    <section className="panel" aria-labelledby="run">
      <h2 id="run" className="panel-title">{many === 1 ? <Link to={`/knowledge/${run.items[0]!.entry}`}>{run.question}</Link> : `${run.question}等 ${many} 条`}</h2>
      <div className={`panel-body ${styles.run}`}>
        {!isDone && <Progress percent={run.total === 0 ? 0 : Math.floor(run.done / run.total * 100)} aria-label="试跑进度" />}
        {isDone && (
          <p role="status">试了 <strong>{run.total}</strong> 个问题：<strong>{run.changed}</strong> 个会有变化，其中 <strong className={run.lost > 0 ? styles.bad : undefined}>{run.lost}</strong> 个原来答对的会变差。</p>
        )}
        {isDone && !run.isCurrent && <Alert type="warning" showIcon title="试跑以后知识库有变化，或这一版已经处理。要发布请重新试跑。" />}
        <div className={styles.acts}>
          {run.mayPublish && <Button type="primary" danger={run.lost > 0} onClick={() => ask({ title: many === 1 ? '发布这条答案？' : `发布这 ${many} 条答案？`, what: run.lost > 0 ? `有 ${run.lost} 个原来答对的问题会变差。发布后马上对居民生效。` : '发布后马上对居民生效。', words: '发布', isDanger: run.lost > 0, act: async () => { await publish.mutateAsync({ rehearsal: run.id }); void navigate(from.to) }, done: '已发布' })}>发布</Button>}
          {isDone && !run.isCurrent && <Button loading={again.isPending} onClick={rerun}>重新试跑</Button>}
        </div>
        {isDone && (run.changes.length === 0 ? <Nothing words="没有问题会变" /> : (
          <table className={styles.table}>
            <thead><tr><th scope="col">问题</th><th scope="col">现在</th><th scope="col">发布后</th></tr></thead>
            <tbody>{run.changes.map((one) => <tr key={`${one.wanted} ${one.text}`} className={one.isLost ? styles.lost : undefined}><td>{one.text}{one.isLost && <strong className={styles.bad}> 变差</strong>}{one.wanted && <p className="faint">应答：{one.wanted}</p>}</td><td>{found(one.before)}</td><td>{found(one.after)}</td></tr>)}</tbody>
          </table>
        ))}
      </div>
    </section>
  )
}

const found = ({ question, band }: Found): string => (question ? `${answerBand[band]}：${question}` : answerBand[band])
