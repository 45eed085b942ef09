import type { Output } from '@linli/contract'

export type Item = Output<'processing', 'list'>['rows'][number]

/** 36 → 3 年, 18 → 18 个月. */
export const keepWords = (months: number | null): string => months === null ? '按档案保管期限' : months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`

/** What no law says and the administrator has not said yet. */
export const isToConfirm = ({ version, basis, keepWhy }: Pick<Item, 'version' | 'basis' | 'keepWhy'>): boolean => version === 0 && `${basis}${keepWhy}`.includes('由本单位确定')

/** 联系电话 is found by any word of its line. */
export const isHit = (item: Item, text: string): boolean => [item.label, item.part, item.purpose, item.basis, item.viewers].some((words) => words.includes(text.trim()))
