import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { useKeys } from '../../parts/keys.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { whenWords } from '../../parts/when.ts'
import type { ListTrail } from './event-columns.tsx'
import type { EventView } from './event-view.ts'
import { useOpened } from './last-opened.ts'
import { LightTag } from './light-tag.tsx'
import { FlagTags, SeverityTag, StatusTag } from './status-tag.tsx'

/** Title, number, where it stands; and on to the neighbours in the list it was opened from. */
export function EventHead({ event }: { event: EventView }) {
  const navigate = useNavigate()
  const trail = useLocation().state as ListTrail | null
  const from = trail?.from ?? '/event'
  const at = trail?.ids.indexOf(event.id) ?? -1
  const go = (id: string | undefined) => id && void navigate(`/event/${id}`, { state: trail, replace: true })
  const before = at > 0 ? trail?.ids[at - 1] : undefined
  const after = at >= 0 ? trail?.ids[at + 1] : undefined
  // The list's own entry in the history knows its page and how it was reached.
  const back = () => void (trail ? navigate(-1) : navigate(from))
  useOpened(event.id)
  useKeys({ j: () => go(after), k: () => go(before), Escape: back })
  return (
    <PageHeader
      title={event.title}
      back={{ to: from, words: from === '/' ? '返回今日待办' : '返回列表', go: back }}
      beside={<><StatusTag status={event.status} /><SeverityTag severity={event.severity} /><FlagTags flags={event.flags} light={event.light} />{event.light && <LightTag light={event.light} dueAt={event.dueAt} />}</>}
      hint={<><span className="number">{event.number}</span> · {whenWords(event.reportedAt)}上报{event.reopened > 0 && ` · 已重办 ${event.reopened} 次`}</>}
      actions={at >= 0 && (
        <>
          <Button disabled={!before} icon={<LeftOutlined aria-hidden />} onClick={() => go(before)}>上一件</Button>
          <Button disabled={!after} onClick={() => go(after)}>下一件 <RightOutlined aria-hidden /></Button>
        </>
      )}
    />
  )
}
