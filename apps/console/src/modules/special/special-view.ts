import type { Output } from '@linli/contract'
import { specialKind } from '@linli/contract/words/index'
import type { SpecialKind } from '@linli/contract/words/index'

export type SpecialRow = Output<'special', 'list'>['rows'][number]
export type SpecialView = Output<'special', 'look'>
export type SwitchRow = Output<'special', 'switches'>['rows'][number]

export const kinds = Object.keys(specialKind) as SpecialKind[]

/** What a record is opened for; whatever else is written. */
export const purposes = ['定期走访帮教', '办理本人申请的事项', '配合主管部门核对', '应急处置']
