import { SyncOutlined } from '@ant-design/icons'
import { topicStatus } from '@linli/contract/words/index'
import type { TopicStatus } from '@linli/contract/words/index'
import { App, Button, Segmented, Tabs } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { PagerBar } from '../../parts/table/pager-bar.tsx'
import { whenWords } from '../../parts/when.ts'
import styles from './learning.module.css'
import { manyWords } from './learning-view.ts'
import { PendingList } from './pending-list.tsx'

/** What the machine could not answer, and what waits to be published. */
export default function LearningPage() {
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'review' ? 'review' : 'topics'
  return (
    <>
      <PageHeader title="问题学习" hint="没答上或居民不满意的问题，同一个意思的归在一起。答案由人写、由人审，发布前先试跑。" actions={<Gather />} />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'review' ? { tab: key } : {}, { replace: true })} destroyOnHidden
        items={[{ key: 'topics', label: '没答好的问题', children: <Topics /> }, { key: 'review', label: '试跑与发布', children: <PendingList /> }]} />
    </>
  )
}

function Gather() {
  const tell = useTell('learning', 'gather')
  const { message } = App.useApp()
  const send = () => tell.mutate({}, { onSuccess: () => void message.success('正在归集，有新问题会自动出现'), onError: (fault) => void message.error(wordsOf(fault)) })
  return useMay('knowledge.edit') && <Button icon={<SyncOutlined aria-hidden />} loading={tell.isPending} title="平时每天夜里自动归集" onClick={send}>现在归集</Button>
}

function Topics() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('status')
  const status: TopicStatus = asked && asked in topicStatus ? asked as TopicStatus : 'open'
  const pager = usePager()
  const query = useAsk('learning', 'topics', { status, after: pager.after }, { keepsLast: true })
  return (
    <section className="panel" aria-label="问题主题">
      <div className={styles.bar}><Segmented aria-label="看哪些" value={status} options={Object.entries(topicStatus).map(([value, label]) => ({ value, label }))} onChange={(value) => setParams(value === 'open' ? {} : { status: value }, { replace: true })} /></div>
      <Answer query={query}>{({ rows, next }) => rows.length === 0 ? <Nothing words={status === 'open' ? '没有待处理的问题' : '没有'} /> : (
        <>
          <ul>{rows.map((row) => (
            <li key={row.id}><Link data-row-link to={`/learning/${row.id}`} className={styles.row}>
              <strong className={styles.title}>{row.title}</strong>
              <span className={styles.many}>{manyWords(row)}</span>
              <span className="faint">{row.areaName} · 最近 {whenWords(row.lastAt)}{row.decidedBy && ` · ${row.decidedBy}${row.way === 'draft' ? '已起草答案' : row.way === 'similar' ? '已并为相似问法' : '处理过'}`}</span>
            </Link></li>
          ))}</ul>
          {(next || pager.after) && <PagerBar pager={pager} next={next} />}
        </>
      )}</Answer>
    </section>
  )
}
