import { MessageOutlined, SendOutlined } from '@ant-design/icons'
import { areaOn } from '../organisation/area.ts'
import { filledReply } from '@linli/contract/words/index'
import { Alert, App, Button, Input, Popover } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useImperativeHandle, useRef, useState } from 'react'
import type { KeyboardEvent, Ref } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { dayWords, whenWords } from '../../parts/when.ts'
import { joined, toFill } from '../reply/reply-words.ts'
import styles from './attend.module.css'
import type { AttendView, Hit } from './attend-view.ts'

export interface ComposerHandle { focus: () => void, put: (text: string, hit?: Hit) => void }
interface ComposerProps { ref: Ref<ComposerHandle>, talk: AttendView }

const most = 500

/** Words to the resident; those of the office or of the knowledge base are put in to be looked over, and sent by nobody but the person. */
export function Composer({ ref, talk }: ComposerProps) {
  const [text, setText] = useState('')
  const [card, setCard] = useState<Hit>()
  const field = useRef<TextAreaRef>(null)
  const tell = useTell('attend', 'reply', ['attend', 'talk'])
  const { message } = App.useApp()
  const place = (after: string, from = 0) => {
    const area = field.current?.resizableTextArea?.textArea
    area?.focus()
    setTimeout(() => area?.setSelectionRange(...toFill(after, from)))
  }
  const put = (words: string, hit?: Hit) => {
    const after = joined(text, words).slice(0, most)
    setText(after)
    if (hit) setCard(hit)
    place(after, text.length)
  }
  useImperativeHandle(ref, () => ({ focus: () => place(text, text.length), put }))
  const send = () => {
    if (text.trim() === '' || tell.isPending || talk.left?.messages === 0) return
    tell.mutate({ id: talk.id, text, ...(card ? { entry: card.entry } : {}) }, {
      onSuccess: () => { setText(''); setCard(undefined) },
      onError: (fault) => void message.error(wordsOf(fault)),
    })
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) send()
    if (event.key === 'Escape') (event.target as HTMLElement).blur()
  }
  return (
    <div className={styles.composer}>
      {talk.left && <Left left={talk.left} />}
      {card && <p className={styles.attached}>随回复发送答案卡：{card.question} <Button size="small" type="link" onClick={() => setCard(undefined)}>不发卡片</Button></p>}
      <Input.TextArea ref={field} aria-label="回复居民" placeholder={talk.state === 'waiting' ? '直接回复就开始接待' : '写下回复'} value={text} maxLength={most} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => setText(event.target.value)} onKeyDown={press} />
      <div className={styles.sendBar}>
        <Canned talk={talk} pick={put} />
        <Button type="primary" icon={<SendOutlined aria-hidden />} title="Ctrl + Enter" loading={tell.isPending} disabled={text.trim() === '' || talk.left?.messages === 0} onClick={send}>发送</Button>
      </div>
    </div>
  )
}

/** How often WeChat still lets an official account write; every message of the resident's gives it anew. */
const Left = ({ left: { messages, until } }: { left: NonNullable<AttendView['left']> }) => (messages === 0
  ? <Alert type="warning" showIcon role="status" title={until === null ? '居民最近一条消息已过 48 小时，微信不再允许公众号发消息；请等居民再来消息，或改用电话联系。' : '微信允许的 5 条已发完；请等居民再来消息，或改用电话联系。'} />
  : <p className={styles.attached} role="status">微信公众号还能发 {messages} 条，{whenWords(until!)}前有效；居民再来消息后重新计算。</p>)

/** The office's usual words that residents read; of variables only the place and the day are known here, what is left is to be filled in. */
function Canned({ talk, pick }: { talk: AttendView, pick: (text: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  const today = useToday()
  const query = useAsk('reply', 'offer', { steps: ['askInfo', 'feedback'], area: talk.area, limit: 30 }, { isWanted: isOpen })
  const use = useTell('reply', 'use', [])
  const facts = { number: null, matter: null, place: null, community: areaOn(talk.area, 'community') ? talk.areaName : null, unit: null, limit: null, due: null, reportedAt: null, today: dayWords(today, today) }
  const list = (
    <div className={styles.canned}><Answer query={query} isSmall>{({ rows }) => rows.length === 0 ? <Nothing words="还没有常用回复，可在“设置 › 常用回复”里添加" /> : (
      <ul>{rows.map((one) => <li key={one.id}><button type="button" className={styles.pick} onClick={() => { setOpen(false); use.mutate({ id: one.id }); pick(filledReply(one.text, facts)) }}><strong>{one.name}</strong><span>{filledReply(one.text, facts)}</span></button></li>)}</ul>
    )}</Answer></div>
  )
  return <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="topLeft" content={list}><Button icon={<MessageOutlined aria-hidden />} aria-expanded={isOpen}>常用回复</Button></Popover>
}
