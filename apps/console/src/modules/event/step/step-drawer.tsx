import { eventStatus, eventStep, isReplyStep, replyField } from '@linli/contract/words/index'
import type { EventStep } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { call } from '../../../kernel/call.ts'
import { useOnce } from '../../../kernel/once.ts'
import { FormDrawer } from '../../../parts/form/form-drawer.tsx'
import { whenWords } from '../../../parts/when.ts'
import { putIn } from '../../reply/put-in.ts'
import { ReplyPicker } from '../../reply/reply-picker.tsx'
import type { EventView } from '../event-view.ts'
import { isHard, stepForms, takeOf } from './step-form.tsx'
import type { StepValues } from './step-form.tsx'

interface StepDrawerProps {
  event: EventView
  step: EventStep
  isOpen: boolean
  close: () => void
  /** What is filled in already. */
  preset?: StepValues
  taken?: (after: EventView) => void
  /** When the form has gone and given the focus back. */
  closed?: () => void
}

/** The small form of one step. When somebody else was faster, says who, and shows how it stands now. */
export function StepDrawer({ event, step, isOpen, close, preset, taken, closed }: StepDrawerProps) {
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const { once, done } = useOnce()
  const renew = () => client.invalidateQueries({ queryKey: ['event'] })
  const tooLate = async () => {
    close()
    void renew()
    modal.warning({ title: '这一步已经不能办了', content: await whoWasFaster(event.id), okText: '知道了' })
  }
  const form = stepForms[step]
  const isGone = isOpen && !event.steps.includes(step)
  return (
    <FormDrawer<StepValues>
      name={`step-${step}`} title={`${eventStep[step]} · ${event.title}`} isOpen={isOpen} close={close} closed={closed}
      initial={{ ...form.initial?.(event), ...preset }} submitWords={eventStep[step]} isDanger={isHard(step)} isWarning={isHard(step) || isGone} note={isGone ? `这件事刚有变化，现在是“${eventStatus[event.status]}”，这一步可能已由同事办理。` : form.note?.(event)} under="take"
      send={async (values) => {
        const input = { id: event.id, take: takeOf(step, values) }
        const after = await once(input)('event', 'take', input)
        done()
        client.setQueryData(['event', 'get', { id: event.id }], after)
        void renew()
        void message.success(`${eventStep[step]}已完成，现在是“${eventStatus[after.status]}”`)
        close()
        taken?.(after)
      }}
      onRefusal={(code) => {
        if (code !== 'event.step-not-open') return false
        void tooLate()
        return true
      }}
    >
      {(fields) => (
        <>
          {isReplyStep(step) && <ReplyPicker event={event} step={step} form={fields} insert={(text) => putIn(fields, replyField[step], text)} />}
          {form.fields(event)}
        </>
      )}
    </FormDrawer>
  )
}

/** The last thing that happened, in a sentence. */
async function whoWasFaster(id: string): Promise<string> {
  const [event, trace] = await Promise.all([call('event', 'get', { id }), call('event', 'trace', { id })]).catch(() => [undefined, undefined] as const)
  const last = trace?.rows[trace.rows.length - 1]
  if (!event || !last) return '请看最新进度。'
  return `${last.by ?? '系统'}已在${whenWords(last.at)}办理“${last.title}”，现在是“${eventStatus[event.status]}”。页面已更新。`
}
