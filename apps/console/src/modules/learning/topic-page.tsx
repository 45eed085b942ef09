import { topicStatus, topicWhy } from '@linli/contract/words/index'
import type { Output } from '@linli/contract'
import { App, Button, Checkbox, Form, Input, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import styles from './learning.module.css'
import { manyWords } from './learning-view.ts'

type Topic = Output<'learning', 'topic'>
interface Draft { question: string, answerShort: string }

export default function TopicPage() {
  const { id = '' } = useParams()
  const query = useAsk('learning', 'topic', { id })
  return (
    <>
      <PageHeader title="没答好的问题" back={{ to: '/learning', words: '问题学习' }} />
      <Answer query={query}>{(topic) => <Shown topic={topic} />}</Answer>
    </>
  )
}

/** Which questions belong to it, what workers said, and what is near; from here it becomes an answer. */
function Shown({ topic }: { topic: Topic }) {
  const keyOf = ({ talk, no }: Topic['questions'][number]) => `${talk} ${no}`
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState<Draft>()
  const chosen = topic.questions.filter((one) => !left.has(keyOf(one))).map(({ talk, no }) => ({ talk, no }))
  const propose = useTell('learning', 'propose', ['learning', 'knowledge'])
  const dismiss = useTell('learning', 'dismiss')
  const { message } = App.useApp()
  const failed = (fault: Error) => void message.error(wordsOf(fault))
  const mayAct = topic.mayEdit && topic.status !== 'answering'
  const toggle = (key: string) => setLeft((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key]))
  return (
    <div className={styles.both}>
      <section className="panel" aria-labelledby="asked">
        <h2 id="asked" className="panel-title">{topic.title} <Tag>{topicStatus[topic.status]}</Tag></h2>
        <div className="panel-body">
          <p className="faint">{topic.areaName} · {manyWords(topic)} · {whenWords(topic.firstAt)} 起{topic.note && ` · ${topic.note}`}</p>
          {mayAct && <p className={styles.hint}>勾选的问法会一起作为相似问法。</p>}
          <ul>{topic.questions.map((one) => (
            <li key={keyOf(one)} className={styles.question}>
              {mayAct ? <Checkbox checked={!left.has(keyOf(one))} onChange={() => toggle(keyOf(one))}>{one.text}</Checkbox> : <span>{one.text}</span>}
              <span className="faint">{topicWhy[one.why]} · {whenWords(one.at)}</span>
              {one.replies.map((reply) => <p key={reply.text} className={styles.reply}><span>{reply.by}：{reply.text}</span>{mayAct && <Button size="small" type="link" onClick={() => setDraft({ question: topic.title, answerShort: reply.text })}>用这条回复起草答案</Button>}</p>)}
            </li>
          ))}</ul>
        </div>
      </section>
      <section className="panel" aria-labelledby="act">
        <h2 id="act" className="panel-title">怎么办</h2>
        <div className={`panel-body ${styles.run}`}>
          {topic.entry && <p>{topic.way === 'draft' ? '已起草答案' : '已并为相似问法'}（{topic.decidedBy}）：<Link to={`/knowledge/${topic.entry}`}>看这条知识</Link></p>}
          {mayAct && <Button type="primary" onClick={() => setDraft({ question: topic.title, answerShort: topic.questions.flatMap(({ replies }) => replies)[0]?.text ?? '' })}>起草新答案</Button>}
          {topic.near.length > 0 && <><h3 className={styles.sub}>知识库里相近的</h3><ul>{topic.near.map((hit) => (
            <li key={hit.entry} className={styles.question}><strong>{hit.question}</strong><span className="faint">{hit.answerShort}</span>
              {mayAct && <Button size="small" disabled={chosen.length === 0} loading={propose.isPending} onClick={() => propose.mutate({ id: topic.id, entry: hit.entry, questions: chosen }, { onSuccess: ({ proposed }) => void message.success(`已提出 ${proposed} 个相似问法，等负责人采用`), onError: failed })}>并为它的相似问法</Button>}
            </li>
          ))}</ul></>}
          {topic.mayEdit && topic.status !== 'answering' && <Button onClick={() => dismiss.mutate({ id: topic.id, isDismissed: topic.status !== 'dismissed' }, { onError: failed })}>{topic.status === 'dismissed' ? '重新处理' : '不用回答'}</Button>}
        </div>
      </section>
      <DraftDrawer topic={topic} draft={draft} questions={chosen} close={() => setDraft(undefined)} />
    </div>
  )
}

interface DraftDrawerProps { topic: Topic, draft: Draft | undefined, questions: { talk: string, no: number }[], close: () => void }

function DraftDrawer({ topic, draft, questions, close }: DraftDrawerProps) {
  const tell = useTell('learning', 'draft', ['learning', 'knowledge'])
  const navigate = useNavigate()
  return (
    <FormDrawer<Draft> name="draft" title="起草新答案" isOpen={draft !== undefined} close={close} submitWords="存为草稿" note={`带上勾选的 ${questions.length} 个问法。存好后接着补分类、材料、入口和有效期，再送审。`} initial={draft}
      send={async (values) => {
        const { entry } = await tell.mutateAsync({ id: topic.id, questions, ...values })
        close()
        void navigate(`/knowledge/${entry}/edit`)
      }}>
      <Form.Item name="question" label="标准问题" rules={[{ required: true, whitespace: true, message: '请填写标准问题' }]}><Input maxLength={120} /></Form.Item>
      <Form.Item name="answerShort" label="简短答案" rules={[{ required: true, whitespace: true, message: '请填写答案' }]}><Input.TextArea rows={5} maxLength={300} showCount /></Form.Item>
    </FormDrawer>
  )
}
