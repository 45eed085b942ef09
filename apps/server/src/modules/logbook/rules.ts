import { entryDay, entrySubject, refusedWord, type Field, type FieldType, type LogbookAbout, type Output, type Values } from '@linli/contract'
import { toHalfWidth } from '@linli/standards'
import type { Fault } from '../field/index.ts'

export type Column = Output<'logbook', 'book'>['columns'][number]
export interface Shape { about: LogbookAbout, subjectLabel: string, columns: readonly Column[] }

/** Every entry has a day and, where it is about a place, the place in words; then the columns, with those that are asked no more where `withEnded`. */
export function fieldsOf({ about, subjectLabel, columns }: Shape, withEnded = true): Field[] {
  const part = 'entry'
  return [
    { name: entryDay, label: '日期', type: 'day', part, isRequired: true },
    ...(about === 'place' ? [{ name: entrySubject, label: subjectLabel, type: 'text' as const, part, max: 60, isRequired: true }] : []),
    ...columns.filter(({ isEnded }) => withEnded || !isEnded).map(({ name, label, type, options, max, isRequired, isSensitive, isEnded }): Field => ({
      name, label, type, part, isSensitive, isRequired: isRequired && !isEnded, ...(options.length > 0 && { table: `entry.${name}`, options }), ...(max !== null && { max }),
    })),
  ]
}

/** Lists that a community may not keep are no logbooks either. */
export const refusedName = (name: string): string | undefined => refusedWord(name)

const wordy: readonly FieldType[] = ['text', 'longText']
const numbers = /(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

/** What may not be written: days to come, and numbers of people where no column asks for them. */
export function faultsIn(fields: readonly Field[], values: Values, today: string): Fault[] {
  const faults = fields.filter(({ name, type, isSensitive }) => wordy.includes(type) && !isSensitive && numbers.test(toHalfWidth(String(values[name] ?? '')).replace(/(?<=\d)[\s-]+(?=\d)/g, '')))
    .map(({ name, label }): Fault => ({ path: `values.${name}`, message: `“${label}”里不要写个人的电话和证件号码` }))
  if (String(values[entryDay] ?? '') > today) faults.push({ path: `values.${entryDay}`, message: '日期不能晚于今天' })
  return faults
}

/** What is chosen from a few words tells most: of what kind it is, and how it stands. */
export const tellingFirst = (fields: readonly Field[]): Field[] => fields.toSorted((one, other) => Number(other.type.startsWith('code')) - Number(one.type.startsWith('code')))

/** A few words of an entry for a list of many kinds: the first that are known. */
export const summaryOf = (words: readonly string[], most = 4): string => words.filter((one) => one !== '').slice(0, most).join('；')
