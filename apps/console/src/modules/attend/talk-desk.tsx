import { attendStep } from '@linli/contract/words/index'
import type { AttendStep } from '@linli/contract/words/index'
import { App, Button, Tag } from 'antd'
import { useRef, useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf as faultWords } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { useKeys } from '../../parts/keys.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { CallerPanel } from './caller-panel.tsx'
import { Composer } from './composer.tsx'
import type { ComposerHandle } from './composer.tsx'
import { Dialogue } from './dialogue.tsx'
import { EventDrawer } from './event-drawer.tsx'
import { PassDrawer } from './pass-drawer.tsx'
import { Suggestions } from './suggestions.tsx'
import styles from './attend.module.css'
import { stepKeys, whyWords } from './attend-view.ts'
import type { AttendView, Hit } from './attend-view.ts'

interface TalkDeskProps { id: string, gone: () => void }

export function TalkDesk({ id, gone }: TalkDeskProps) {
  const query = useAsk('attend', 'get', { id }, { topic: 'talk' })
  return <Answer query={query} waiting={<div className="panel"><Waiting /></div>}>{(talk) => <Shown talk={talk} gone={gone} />}</Answer>
}

type Open = 'pass' | 'report'

function Shown({ talk, gone }: { talk: AttendView, gone: () => void }) {
  const composer = useRef<ComposerHandle>(null)
  const [open, setOpen] = useState<Open>()
  const claim = useTell('attend', 'claim', ['attend', 'talk'])
  const closeTalk = useTell('attend', 'close', ['attend', 'talk'])
  const { message } = App.useApp()
  const ask = useConfirm()
  const may = (step: AttendStep) => talk.steps.includes(step)
  const take = (isTakeOver: boolean) => claim.mutate({ id: talk.id, isTakeOver }, { onSuccess: () => composer.current?.focus(), onError: (fault) => void message.error(faultWords(fault)) })
  const begin: Record<AttendStep, () => void> = {
    claim: () => take(false), takeOver: () => take(true), reply: () => composer.current?.focus(), pass: () => setOpen('pass'), report: () => setOpen('report'),
    close: () => ask({ title: '结束这次对话？', what: '居民会收到结束提示并可评价。结束后不能再回复。', words: '结束对话', isDanger: false, act: async () => { await closeTalk.mutateAsync({ id: talk.id }); gone() }, done: '已结束' }),
  }
  const isElsewhere = () => document.activeElement?.matches('a:not([data-row-link]), button, summary') ?? false
  useKeys({
    ...Object.fromEntries(talk.steps.map((step) => [stepKeys[step], begin[step]])),
    Enter: () => may('claim') && !isElsewhere() ? begin.claim() : may('reply') && !isElsewhere() ? begin.reply() : false,
  })
  const pick = (text: string, hit?: Hit) => composer.current?.put(text, hit)
  return (
    <div className={styles.both}>
      <article className={`panel ${styles.talk}`} aria-label={talk.title || '对话'}>
        <header className={styles.head}>
          <div><h2 className={styles.name}>{talk.title || '没有提问'}</h2><p className={styles.tags}>{talk.isAlert && <Tag color="red">紧急</Tag>}<span className="faint">{[talk.areaName, whyWords(talk), talk.state === 'attended' ? `${talk.isMine ? '我' : talk.worker}在接待` : talk.state === 'ended' ? '已结束' : '等待接待'].filter(Boolean).join(' · ')}</span></p></div>
          <div className={styles.steps}>{talk.steps.filter((step) => step !== 'reply').map((step) => <Button key={step} type={step === 'claim' || step === 'takeOver' ? 'primary' : 'default'} size="small" aria-keyshortcuts={stepKeys[step]} loading={claim.isPending && (step === 'claim' || step === 'takeOver')} onClick={begin[step]}>{attendStep[step]}<kbd className={styles.key}>{stepKeys[step]}</kbd></Button>)}</div>
        </header>
        <Dialogue talk={talk} />
        {may('reply') && <Composer ref={composer} talk={talk} />}
      </article>
      <div className={styles.aside}>
        {talk.state !== 'ended' && <Suggestions id={talk.id} mayReply={may('reply')} pick={pick} />}
        <CallerPanel talk={talk} />
      </div>
      <PassDrawer talk={talk} isOpen={open === 'pass'} close={() => setOpen(undefined)} done={gone} />
      <EventDrawer talk={talk} isOpen={open === 'report'} close={() => setOpen(undefined)} />
    </div>
  )
}
