import type { Output } from '@linli/contract'

export type PersonRow = Output<'person', 'list'>['rows'][number]
export type PersonView = Output<'person', 'get'>
export type Residency = PersonView['residencies'][number]

const sexes: Record<string, string> = { 1: '男', 2: '女' }
const kinds: Record<string, string> = { '01': '户籍', '02': '流动', '03': '境外', '04': '未落户' }

export const sexWords = (sex: string | null): string => sexes[sex ?? ''] ?? ''
/** The short word for 人口类型, as it stands beside a name. */
export const kindWords = (kind: string | null): string => kinds[kind ?? ''] ?? ''

/** 女，75 岁；what is not known is left out. */
export const aboutWords = ({ sex, age }: Pick<PersonRow, 'sex' | 'age'>): string => [sexWords(sex), age === null ? '' : `${age} 岁`].filter((word) => word !== '').join('，')

/** Where somebody is at home: the address where there is one, and the grid or community it lies in. */
export const homeWords = ({ address, areaName }: Pick<PersonRow, 'address' | 'areaName'>): string => address ?? areaName

/** The list tells of somebody once for each place they live in; on one page they stand once. */
export const eachOnce = <R extends { id: string }>(rows: readonly R[]): R[] => rows.filter(({ id }, at) => rows.findIndex((one) => one.id === id) === at)
