import type { FieldType } from './base/field.ts'

/** What an entry of a logbook (登记簿) is about: a place in words, a record of the base, or nothing but itself. */
export const logbookAbout = { none: '不指明对象', place: '一个地点', enterprise: '企业、组织与场所', housing: '房屋', thing: '物与部件' } as const
export type LogbookAbout = keyof typeof logbookAbout

/** What a column may hold. Numbers of identity and bank cards belong into the base, where they are looked after, and into no logbook. */
export const logbookColumnTypes = ['text', 'longText', 'code', 'codes', 'day', 'number', 'yes', 'phone', 'creditCode'] as const satisfies readonly FieldType[]
export type LogbookColumnType = typeof logbookColumnTypes[number]

/** Fields that every entry has besides the columns of its logbook. */
export const entryDay = 'day'
export const entrySubject = 'subject'
