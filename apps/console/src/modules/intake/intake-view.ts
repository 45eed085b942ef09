import type { Output } from '@linli/contract'
import type { IntakeOutcome } from '@linli/contract/words/index'

export type Batch = Output<'intake', 'cancel'>
export type Look = Output<'intake', 'get'>
export type Row = Output<'intake', 'rows'>['rows'][number]

/** In the order of what is to be seen to first. */
export const outcomes: IntakeOutcome[] = ['bad', 'twice', 'match', 'fresh', 'same', 'note']
export const isBusy = ({ status }: Pick<Batch, 'status'>): boolean => status === 'reading' || status === 'committing' || status === 'undoing'
export const goodOf = ({ counts }: Pick<Batch, 'counts'>): number => (counts.fresh ?? 0) + (counts.match ?? 0)
export const faultyOf = ({ counts }: Pick<Batch, 'counts'>): number => (counts.bad ?? 0) + (counts.twice ?? 0)

export const sizeWords = (bytes: number): string => bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** How a record of each kind is counted, and what a file must have to be read as one. */
export const counted: Record<Batch['kind'], { unit: string, what: string, key: string }> = {
  person: { unit: '人', what: '人', key: '姓名' }, enterprise: { unit: '家', what: '企业和组织', key: '名称' }, thing: { unit: '件', what: '部件', key: '名称' }, housing: { unit: '套', what: '房屋', key: '房屋地址' }, household: { unit: '户', what: '户', key: '户号' },
}

/** A value of a record in words; codes as they are called. */
export const valueWords = (value: Row['differences'][number]['before']): string => {
  if (value === null) return '空'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.join('、') : String(value)
}
