import type { EventStatus } from '@linli/contract/words/event.ts'
import { latestWords } from '../../kernel/time.ts'
import type { Tone } from '../../parts/tag.tsx'
import type { MyRow } from './my-event.ts'

export const toneOf: Record<EventStatus, Tone> = {
  draft: 'calm', reported: 'going', needInfo: 'soon', accepted: 'going', filed: 'going', dispatched: 'going', handling: 'going', needDetail: 'soon', feedback: 'going',
  checked: 'going', revisited: 'going', closed: 'good', cancelled: 'calm', verifying: 'going', selfHandled: 'going', suspended: 'calm', split: 'going', transferred: 'going', merged: 'going',
}

/** Done with, for whoever looks at what is still under way. */
export const isOver = (status: EventStatus) => status === 'closed' || status === 'cancelled'

/** What the office waits for from this person; a rating of what was closed without one is welcome, but not waited for. */
export function askOf({ steps, status }: Pick<MyRow, 'steps' | 'status'>): string | null {
  if (steps.includes('answer')) return '请您补充'
  return steps.includes('rate') && !isOver(status) ? '请您评价' : null
}

/** Where it stands, as one would say it on the phone. */
export function standsAt({ status, dueAt, handledBy, steps }: Pick<MyRow, 'status' | 'dueAt' | 'handledBy' | 'steps'>): string {
  const unit = handledBy ?? '办理单位'
  const latest = dueAt ? `，${latestWords(dueAt)}` : ''
  const words: Record<EventStatus, string> = {
    draft: '还没有上报。',
    reported: `已经收到，等社区受理${latest}。`,
    needInfo: '办理人员需要您补充情况，请看下面的问题。',
    verifying: '正在现场核实。',
    selfHandled: '已经当场处理，正在审核。',
    accepted: '已经受理，正在登记立案。',
    filed: '已经立案，正在安排办理单位。',
    dispatched: `已经交给${unit}，等它签收。`,
    handling: `${unit}正在处理${latest}。`,
    needDetail: '正在处理，办理人员需要您补充情况，请看下面的问题。',
    suspended: '因客观原因暂缓办理，条件具备后继续。',
    split: '由几个单位分别办理，都办好后答复您。',
    transferred: '已经移交上级部门办理，有结果后答复您。',
    merged: '与先上报的同一件事一起办理，办好后一并答复您。',
    feedback: `${unit}已经处理，正在核查结果。`,
    checked: steps.includes('rate') ? '已经处理并核查通过，请您评价。' : '已经处理并核查通过。',
    revisited: '已经回访，即将结案。',
    closed: '已经办结。',
    cancelled: '这件事没有继续办理，原因请看下面的经过。',
  }
  return words[status]
}
