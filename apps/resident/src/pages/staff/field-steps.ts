import { hotlineWords, returnReason, suspendReason } from '@linli/contract/words/event'
import type { EventStep } from '@linli/contract/words/event'
import { yesNo } from './entry-rules.ts'
import type { Entry } from './entry-rules.ts'

/**
 * What a step taken in the field asks for, and what is open to the same hands before the server has heard of it: `next` where it moves the event (nothing
 * unless told), `without` where the event stays where it is.
 */
export type Form = {
  entries: readonly Entry[]
  /** What the photos show; null where there are none. */
  photos: string | null
  /** Done now and then: behind a row of its own. */
  isRare?: boolean
  /** Says where the phone is, or why it cannot. */
  isPlaced?: boolean
  next?: readonly string[]
  without?: readonly string[]
}

const note: Entry = { name: 'note', label: '说明', most: 500, isOptional: true }
const answer = (name: keyof typeof hotlineWords, options: Entry['options'] = yesNo): Entry => ({ name, label: hotlineWords[name], kind: 'yesNo', options, most: 3 })
/** What 12345 wants to know besides of what it passed on; when one spoke with the caller is now. */
export const hotlineEntries: readonly Entry[] = [
  answer('isTrue'), answer('isBeyondDuty'), { name: 'beyondKind', label: hotlineWords.beyondKind, hint: '例如：超出行政范围类', most: 40, when: ['isBeyondDuty', 'yes'] },
  answer('isContacted', { yes: '已联系', no: '未联系' }), answer('isSolved', { yes: '已解决', no: '未解决' }), { name: 'unsolvedReason', label: hotlineWords.unsolvedReason, most: 300, when: ['isSolved', 'no'] },
]
/** An application waits for its answer; meanwhile there is no other. */
const pending = ['return', 'askExtension', 'askSuspension'] as const
const handling = ['handle', 'feedback', ...pending] as const

/** The steps that can be taken out there, also without a network, what is done most often first; what else the server offers is done at a desk. */
export const fieldSteps = {
  sign: { entries: [], photos: null, next: handling },
  feedback: { entries: [{ name: 'publicReply', label: '处理结果', hint: '上报人会看到这段话', most: 500 }, { ...note, label: '内部说明' }], photos: '处置后照片' },
  handle: { entries: [{ name: 'note', label: '处置情况', hint: '同事看得到，上报人看不到', most: 500 }], photos: '现场照片', without: [] },
  assistDone: { entries: [{ name: 'result', label: '协办结果', most: 500 }], photos: '处置后照片', without: ['assistDone'] },
  replySupervision: { entries: [{ name: 'reply', label: '答复内容', hint: '督办的领导看得到，上报人看不到', most: 500 }], photos: null, without: ['replySupervision'] },
  resume: { entries: [note], photos: null, next: handling },
  confirm: { entries: [note], photos: '现场照片' },
  refute: { entries: [{ name: 'reason', label: '与上报不符的地方', most: 300 }], photos: '现场照片' },
  check: { entries: [note], photos: '核查照片' },
  rework: { entries: [{ name: 'reason', label: '还有什么没做好', most: 300 }], photos: '核查照片' },
  askInfo: { entries: [{ name: 'question', label: '要问上报人的', hint: '上报人会看到；等答复时不计时', most: 300 }], photos: null, isRare: true },
  return: { entries: [{ name: 'reason', label: '退回原因', kind: 'choice', options: returnReason, most: 20 }, { name: 'note', label: '退回说明', hint: '例如：该路段由市政养护，应派给市政所', most: 500 }], photos: null, isRare: true },
  askExtension: { entries: [{ name: 'amount', label: '延长多少', kind: 'amount', most: 1000 }, { name: 'reason', label: '延期理由', most: 300 }], photos: null, isRare: true, without: pending },
  askSuspension: {
    entries: [{ name: 'why', label: '挂账原因', kind: 'choice', options: suspendReason, most: 20 }, { name: 'until', label: '到哪天再看', kind: 'day', most: 10 }, { name: 'reason', label: '挂账说明', most: 300 }],
    photos: null, isRare: true, without: pending,
  },
} as const satisfies Partial<Record<EventStep, Form>>

export type FieldStep = keyof typeof fieldSteps
