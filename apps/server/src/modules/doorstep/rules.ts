import { doorField, keptBack, type DoorField, type Output, type Value, type Values } from '@linli/contract'

type FieldView = Output<'person', 'fields'>['rows'][number]
type Beside = Output<'doorstep', 'beside'>['fields'][number]

/** The fields a phone is given of those who live there. */
export const given = (Object.keys(doorField) as DoorField[]).filter((name) => name !== 'name' && !keptBack.includes(name))

/** As people read it: the words of codes, yes and no. */
export function inWords({ options }: Pick<FieldView, 'options'>, value: Value | undefined): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? '是' : '否'
  return (Array.isArray(value) ? value : [String(value)]).map((one) => options?.find(({ code }) => code === one)?.label ?? one).join('、')
}

/** What was written beside what stands, field by field; `shown` are both as they may be shown. */
export function sideBySide(fields: readonly FieldView[], said: Values, stands: Values, shown: { said: Values, stands: Values }, isSame: (one: Value | undefined, other: Value | undefined) => boolean): Beside[] {
  return fields.filter(({ name }) => name in said).map((field) => {
    const { name, label } = field
    return { name, label, mine: inWords(field, shown.said[name]) ?? '（清空）', present: inWords(field, shown.stands[name]), isDiffering: (stands[name] ?? null) !== null && !isSame(said[name], stands[name]) }
  })
}
