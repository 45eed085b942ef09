import { baseKinds, placeFieldsOf, type Field, type IntakeKind, type Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { enterpriseStore, filledInEnterprise } from '../enterprise/index.ts'
import { householdStore } from '../household/index.ts'
import { housingStore } from '../housing/index.ts'
import { filledIn, personStore } from '../person/index.ts'
import type { From, Saying, Standing } from '../record/index.ts'
import { thingStore } from '../thing/index.ts'
import { identifyPeople } from './identify.ts'
import { identifyEnterprises, identifyHousing, identifyThings } from './identify-others.ts'
import type { Brought, One } from './one.ts'
import type { BatchRow } from './queries.ts'

/** How many records of a kind are known, changed and entered at once. People are entered where they lie in the database, households not at all. */
interface Store {
  standing: (ctx: Ctx, subdistrict: number, ids: readonly string[]) => Promise<Map<string, Standing & { name: string }>>
  revise: (ctx: Ctx, place: { subdistrict: number, fields: readonly Field[] }, wanted: readonly Saying[], from: From) => Promise<Map<string, { revision: number, isChanged: boolean }>>
  enter?: (ctx: Ctx, brought: readonly Brought[], from: From) => Promise<string[]>
}

/** What files of a kind are read by. `keys`: the columns that name a record, and that number it; `filledIn`: what follows from a number. */
export interface Kind { keys: readonly [name: string, number: string], filledIn: (values: Values) => Values, identify: (ctx: Ctx, batch: BatchRow, read: readonly One[]) => Promise<void>, store: Store }

const asTheyAre = (values: Values) => values
const kinds: Readonly<Record<IntakeKind, Kind>> = {
  person: { keys: ['name', 'certificateNumber'], filledIn, identify: identifyPeople, store: personStore },
  enterprise: { keys: ['name', 'creditCode'], filledIn: filledInEnterprise, identify: identifyEnterprises, store: enterpriseStore },
  thing: { keys: ['name', 'code'], filledIn: asTheyAre, identify: identifyThings, store: thingStore },
  housing: { keys: ['at.address', 'at.room'], filledIn: asTheyAre, identify: identifyHousing, store: housingStore },
  // A household is formed of people who live together; a file only changes what is known of one.
  household: { keys: ['no', 'no'], filledIn: asTheyAre, identify: (_ctx, _batch, read) => Promise.resolve(read.forEach(({ faults }) => faults.push({ column: 'no', title: '', code: 'household.form', message: '新的一户请在“家庭户”里建', isWarning: false }))), store: householdStore },
}

/** What a file may be recognised as, people first. */
export const importable: readonly IntakeKind[] = ['person', 'enterprise', 'thing', 'housing', 'household']

export const kindOf = ({ kind }: Pick<BatchRow, 'kind'>): Kind => kinds[kind as IntakeKind]

/** All that a file of a kind may tell: what is kept of a record, and where it is. */
export const columnsFor = (kind: IntakeKind, fields: readonly Field[]): Field[] => [...fields, ...placeFieldsOf(kind)]

/** What must be said of a record that is not there yet. */
export const requiredOf = (kind: IntakeKind): readonly Field[] => (baseKinds[kind]?.fields ?? []).filter(({ isRequired }) => isRequired)
