import type { EventStep } from '@linli/contract/words/event.ts'

/** One thing to write: how the server calls it, how people do. */
type Entry = { name: string, label: string, hint?: string, most: number, isOptional?: boolean }

/** What a step taken in the field asks for. */
type Form = { entries: readonly Entry[], photos: string | null, thanks: string }

const note: Entry = { name: 'note', label: '说明', most: 500, isOptional: true }

/** The steps that can be taken out there, also without a network; what else the server offers is done at a desk. */
export const fieldSteps = {
  sign: { entries: [], photos: null, thanks: '签收' },
  handle: { entries: [{ name: 'note', label: '处置情况', hint: '同事看得到，上报人看不到', most: 500 }], photos: '现场照片', thanks: '处置登记' },
  feedback: { entries: [{ name: 'publicReply', label: '处理结果', hint: '上报人会看到这段话', most: 500 }, { ...note, label: '内部说明' }], photos: '处置后照片', thanks: '反馈' },
  assistDone: { entries: [{ name: 'result', label: '协办结果', most: 500 }], photos: '处置后照片', thanks: '协办结果' },
  askInfo: { entries: [{ name: 'question', label: '要问上报人的', hint: '上报人会看到；等答复时不计时', most: 300 }], photos: null, thanks: '问题' },
  resume: { entries: [note], photos: null, thanks: '恢复办理' },
  confirm: { entries: [note], photos: '现场照片', thanks: '核实结果' },
  refute: { entries: [{ name: 'reason', label: '与上报不符的地方', most: 300 }], photos: '现场照片', thanks: '核实结果' },
  check: { entries: [note], photos: '核查照片', thanks: '核查结果' },
  rework: { entries: [{ name: 'reason', label: '还有什么没做好', most: 300 }], photos: '核查照片', thanks: '返工要求' },
} as const satisfies Partial<Record<EventStep, Form>>

export type FieldStep = keyof typeof fieldSteps

export const formOf = (step: FieldStep): Form => fieldSteps[step]

export const isFieldStep = (step: string): step is FieldStep => step in fieldSteps

/** What the server will offer once it has heard of a step; every other one that moves the event leaves nothing to do for the same hands. */
const following: Partial<Record<FieldStep, readonly FieldStep[]>> = { sign: ['handle', 'feedback'] }

/** These leave the event where it stands. */
const staying: readonly FieldStep[] = ['handle', 'assistDone']

/**
 * What may be done after what is still on its way: the server decides when it arrives, but who signs in a cellar must be able to
 * handle there as well. `offered` is what the server said last.
 */
export function openSteps(offered: readonly string[], underWay: readonly FieldStep[]): FieldStep[] {
  const known = offered.filter(isFieldStep)
  // Asking is seldom what one came for.
  const start = [...known.filter((one) => one !== 'askInfo'), ...known.filter((one) => one === 'askInfo')]
  return underWay.reduce<FieldStep[]>((open, step) => {
    if (staying.includes(step)) return step === 'handle' ? open : open.filter((one) => one !== step)
    return [...(following[step] ?? [])]
  }, start)
}
