import type { WhistleStep } from '@linli/contract/words/whistle'
import { yesNo } from './entry-rules.ts'
import type { Form } from './field-steps.ts'

const note = { name: 'note', label: '说明', most: 300, isOptional: true } as const

/** What a unit that is called does out there (吹哨报到). Named apart from the steps of events, because both lie in the same box. */
export const whistleSteps = {
  'whistle.reportIn': { entries: [{ name: 'reason', label: '为什么没有定位', hint: '取得位置后不用写', most: 300, isOptional: true }], photos: '到场照片', isPlaced: true, next: ['whistle.feedback'] },
  'whistle.answer': { entries: [note], photos: null, next: ['whistle.reportIn'] },
  'whistle.feedback': { entries: [{ name: 'text', label: '做了什么', hint: '街道和其他被召集的单位看得到', most: 500 }], photos: '处置照片', next: ['whistle.rateOffice'] },
  'whistle.rateOffice': {
    entries: [{ name: 'isRight', label: '这次哨吹得准吗', kind: 'yesNo', options: yesNo, most: 3 }, { name: 'preparation', label: '街道准备得怎么样', kind: 'stars', most: 5 }, { ...note, label: '意见' }],
    photos: null, without: ['whistle.rateOffice'],
  },
} as const satisfies Partial<Record<`whistle.${WhistleStep}`, Form>>

export type WhistleFieldStep = keyof typeof whistleSteps
