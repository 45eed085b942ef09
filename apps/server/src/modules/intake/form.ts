import { baseKinds, besideFields, placeFieldsOf, type Field, type IntakeKind, type Values } from '@linli/contract/words/base/index'
import { filledInEnterprise } from '../enterprise/light.ts'
import { filledIn } from '../person/light.ts'

/** What rows of a kind are read by. `keys`: the columns that name a record, and that number it; `filledIn`: what follows from a number; `required`: what must be said of a record that is not there yet. */
export interface Form { keys: readonly [name: string, number: string], filledIn: (values: Values) => Values, required: readonly Field[] }

const asTheyAre = (values: Values) => values
const requiredOf = (kind: IntakeKind): readonly Field[] => (baseKinds[kind]?.fields ?? []).filter(({ isRequired }) => isRequired)
const forms: Readonly<Record<IntakeKind, Form>> = {
  person: { keys: ['name', 'certificateNumber'], filledIn, required: requiredOf('person') },
  enterprise: { keys: ['name', 'creditCode'], filledIn: filledInEnterprise, required: requiredOf('enterprise') },
  thing: { keys: ['name', 'code'], filledIn: asTheyAre, required: requiredOf('thing') },
  housing: { keys: ['at.address', 'at.room'], filledIn: asTheyAre, required: requiredOf('housing') },
  household: { keys: ['no', 'no'], filledIn: asTheyAre, required: requiredOf('household') },
}

/** What a file may be recognised as, people first. */
export const importable: readonly IntakeKind[] = ['person', 'enterprise', 'thing', 'housing', 'household']

export const formOf = ({ kind }: { kind: string }): Form => forms[kind as IntakeKind]

interface Seen { kind: IntakeKind, mark?: number }
/** What a file of a kind that went out and came back may change besides the fields of a record. */
export const besidesOf = ({ kind, mark }: Seen): readonly Field[] => (mark !== undefined ? besideFields[kind] : [])

/** All that a file of a kind may tell: what is kept of a record, what besides, and where it is. */
export const columnsFor = (kind: IntakeKind, fields: readonly Field[], look?: Pick<Seen, 'mark'> | null): Field[] => {
  const besides = look ? besidesOf({ ...look, kind }) : []
  return [...fields, ...besides, ...placeFieldsOf(kind).filter(({ name }) => !besides.some((one) => one.name === name))]
}
