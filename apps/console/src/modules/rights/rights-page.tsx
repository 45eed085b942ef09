import { rightsKind, rightsProof, rightsStatus } from '@linli/contract/words/index'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Button } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { AnswerForm } from './answer-form.tsx'
import { CheckForm } from './check-form.tsx'
import { HeldPanel } from './held-panel.tsx'
import type { Request } from './request.ts'
import styles from './rights.module.css'

/** One request: who asks, how that was made sure of, what is held, what was done, and the answer. */
export default function RightsPage() {
  const { id = '' } = useParams()
  const query = useAsk('rights', 'get', { id }, { isLogged: true })
  return <Answer query={query}>{(request) => <Whole request={request} />}</Answer>
}

function Whole({ request }: { request: Request }) {
  const [doing, setDoing] = useState<'check' | 'answer' | 'refuse'>()
  const stop = () => setDoing(undefined)
  const isOpen = request.status === 'asked' || request.status === 'checked'
  return (
    <>
      <PageHeader title={`${request.name}：${rightsKind[request.kind]}`} beside={<Mark tone={isOpen ? 'amber' : 'plain'}>{rightsStatus[request.status]}</Mark>} back={{ to: '/rights', words: '个人信息请求' }}
        actions={isOpen && (
          <span className={styles.tools}>
            {request.status === 'asked' && <Button type="primary" onClick={() => setDoing('check')}>核对身份</Button>}
            {request.status === 'checked' && <Button type="primary" onClick={() => setDoing('answer')}>答复</Button>}
            <Button danger onClick={() => setDoing('refuse')}>不予办理</Button>
          </span>
        )} />
      <section className="panel" aria-label="请求">
        <dl className={styles.facts}>
          <Fact title="内容" words={request.wish} />
          <div><dt>答复期限</dt><dd>{request.light ? <LightTag light={request.light} dueAt={request.dueAt} /> : whenExact(request.dueAt)}</dd></div>
          <Fact title="提出" words={`${whenExact(request.askedAt)}，${request.isFromApp ? '居民端' : `${request.takenBy ?? ''}代为登记`}`} />
          <Fact title="受理社区" words={request.areaName} />
          <Fact title="手机号" words={request.phone ?? '没有留'} />
          <Fact title="身份核对" words={request.proof ? `${rightsProof[request.proof]}（${request.checkedBy}，${whenExact(request.checkedAt!)}）` : '还没有核对'} />
          <div><dt>人口档案</dt><dd>{request.person ? <Link to={`/person/${request.person.id}`}>{request.person.name}</Link> : request.status === 'asked' ? '核对身份时选定' : '没有登记在人口库中'}</dd></div>
          {request.answer && <Fact title="答复" words={`${request.answer}（${request.answeredBy}，${whenExact(request.answeredAt!)}）`} />}
        </dl>
      </section>
      {request.outcome.length > 0 && (
        <section className={`panel ${styles.part}`} aria-label="办理结果">
          <h2 className="panel-title">办理结果</h2>
          <ul className={styles.outcome}>{request.outcome.map(({ what, result, why }) => <li key={what}><strong>{what}</strong> {result}{why && <span className="faint">：{why}</span>}</li>)}</ul>
        </section>
      )}
      {request.status === 'checked' && <HeldPanel request={request} />}
      <CheckForm request={request} isOpen={doing === 'check'} close={stop} />
      <AnswerForm request={request} isRefused={doing === 'refuse'} isOpen={doing === 'answer' || doing === 'refuse'} close={stop} />
    </>
  )
}

const Fact = ({ title, words }: { title: string, words: string }) => <div><dt>{title}</dt><dd>{words}</dd></div>
