import { refusedWord, type Field, type FieldType, type ValueSource } from '@linli/contract'

export interface Wanted { label: string, type: FieldType, options: readonly string[], isSensitive: boolean }
export interface Fault { path: string, message: string }

/** Numbers of people are always sealed. */
const alwaysSensitive: readonly FieldType[] = ['identityNumber', 'certificateNumber', 'phone', 'bankCard']

export const isChoice = (type: FieldType): boolean => type === 'code' || type === 'codes'
export const isSealed = ({ type, isSensitive }: Pick<Wanted, 'type' | 'isSensitive'>): boolean => isSensitive || alwaysSensitive.includes(type)

/** Why such a field cannot be added beside those that are known: files and people would not know which is meant. */
export function faultsOf({ label, type, options }: Wanted, known: readonly Pick<Field, 'label' | 'headers'>[]): Fault[] {
  const faults: Fault[] = []
  const refused = [label, ...options].map(refusedWord).find((message) => message !== undefined)
  if (refused !== undefined) faults.push({ path: 'label', message: refused })
  if (known.some((field) => field.label === label || (field.headers ?? []).includes(label))) faults.push({ path: 'label', message: '已经有这个项目了' })
  if (isChoice(type) && options.length < 2) faults.push({ path: 'options', message: '至少要有两个选项' })
  if (!isChoice(type) && options.length > 0) faults.push({ path: 'options', message: '只有单选和多选才有选项' })
  if (new Set(options).size < options.length) faults.push({ path: 'options', message: '选项有重复' })
  if (options.some((option) => /[、,，;；/|]/.test(option))) faults.push({ path: 'options', message: '选项里不能有顿号、逗号、分号或斜线' })
  return faults
}

/** Every source stands somewhere: those that an office did not name come after, in the shipped order. */
export const wholeOrder = (named: readonly ValueSource[], shipped: readonly ValueSource[]): ValueSource[] => [...new Set([...named, ...shipped])]
