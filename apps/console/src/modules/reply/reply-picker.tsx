import { MessageOutlined, StarFilled, StarOutlined } from '@ant-design/icons'
import { eventStep, filledReply, replyFacts } from '@linli/contract/words/index'
import type { ReplyStep } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { FormInstance } from 'antd'
import { useId, useRef, useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { isTouched } from '../../parts/form/keys.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { usePause } from '../../parts/use-pause.ts'
import type { EventView } from '../event/event-view.ts'
import { unitSeen } from '../organisation/unit-seen.ts'
import styles from './reply-picker.module.css'
import type { Offer } from './reply-words.ts'

interface ReplyPickerProps {
  event: EventView
  step: ReplyStep
  /** A unit that is chosen in it is the one the words speak of. */
  form: FormInstance
  /** The words, filled in with this event. */
  insert: (text: string) => void
}

/** So many are looked through at a glance; more are searched for. */
const most = 30

/** The office's usual words for this matter and step: a button that unfolds them, and one that puts them into the field. */
export function ReplyPicker({ event: at, step, form, insert }: ReplyPickerProps) {
  const id = useId()
  const client = useQueryClient()
  const chosen = Form.useWatch<string | undefined>('unit', form)
  const event: EventView = chosen === undefined ? at : { ...at, unit: [at.unit, at.suggestedUnit].find((unit) => unit?.id === chosen) ?? unitSeen(client, chosen) ?? null }
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const use = useTell('reply', 'use', [])
  const asked = { steps: [step], matter: event.matter.code, area: event.area, limit: most }
  const known = useAsk('reply', 'offer', asked)
  if (!known.data || known.data.rows.length === 0) return null
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const pick = (one: Offer) => {
    setOpen(false)
    use.mutate({ id: one.id })
    insert(filledReply(one.text, replyFacts(event, new Date())))
  }
  return (
    <div className={styles.box} onKeyDown={(pressed) => {
      if (pressed.key !== 'Escape' || !isOpen) return
      pressed.stopPropagation()
      close()
    }}>
      <Button ref={button} size="small" icon={<MessageOutlined aria-hidden />} aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>常用回复（{known.data.isMore ? `${most} 条以上` : `${known.data.rows.length} 条`}）</Button>
      {isOpen && <div id={id} role="group" aria-label={`“${eventStep[step]}”的常用回复`} className={styles.list}><Offers event={event} asked={asked} isMore={known.data.isMore} pick={pick} /></div>}
    </div>
  )
}

interface OffersProps { event: EventView, asked: { steps: ReplyStep[], matter: string, area: string, limit: number }, isMore: boolean, pick: (one: Offer) => void }

function Offers({ event, asked, isMore, pick }: OffersProps) {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  const query = useAsk('reply', 'offer', text ? { ...asked, text } : asked, { keepsLast: true })
  const favour = useTell('reply', 'favour')
  const [now] = useState(() => new Date())
  const facts = replyFacts(event, now)
  return (
    <>
      <Input autoFocus={!isTouched()} allowClear size="small" aria-label="查找常用回复" placeholder={isMore ? '查找，只列出最常用的' : '查找'} maxLength={40} value={typed} onChange={(change) => setTyped(change.target.value)}
        // Enter takes the first one and does not send the form.
        onPressEnter={(pressed) => {
          pressed.preventDefault()
          const first = query.data?.rows[0]
          if (first && typed.trim() === text && !query.isFetching) pick(first)
        }} />
      <Answer query={query}>{({ rows }) => rows.length === 0 ? <Nothing words="没有找到，换个词试试" /> : (
        <ul>
          {rows.map((one) => (
            <li key={one.id} className={styles.one}>
              <button type="button" className={styles.pick} onClick={() => pick(one)}>
                <strong>{one.name}</strong>
                <span>{filledReply(one.text, facts)}</span>
              </button>
              <Button type="text" size="small" aria-pressed={one.isFavourite} aria-label={`收藏“${one.name}”`} title={one.isFavourite ? '取消收藏' : '收藏，排在最前'} icon={one.isFavourite ? <StarFilled aria-hidden className={styles.star} /> : <StarOutlined aria-hidden />} onClick={() => favour.mutate({ id: one.id, isFavourite: !one.isFavourite })} />
            </li>
          ))}
        </ul>
      )}</Answer>
    </>
  )
}
