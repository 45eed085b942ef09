import type { Field, IntakeKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { enterpriseStore } from '../enterprise/index.ts'
import { householdStore } from '../household/index.ts'
import { housingStore } from '../housing/index.ts'
import { personStore } from '../person/index.ts'
import type { From, Saying, Standing } from '../record/index.ts'
import { thingStore } from '../thing/index.ts'
import { identifyPeople } from './identify.ts'
import { identifyEnterprises, identifyHousing, identifyThings } from './identify-others.ts'
import type { Brought, One, Piece } from './one.ts'
import type { BatchRow } from './queries.ts'

/** How many records of a kind are known, changed and entered at once; `home` is the line of where somebody mainly lives. People are entered where they lie in the database, households not at all. */
interface Store {
  standing: (ctx: Ctx, subdistrict: number, ids: readonly string[]) => Promise<Map<string, Standing & { name: string, home?: string | undefined }>>
  revise: (ctx: Ctx, place: { subdistrict: number, fields: readonly Field[] }, wanted: readonly Saying[], from: From) => Promise<Map<string, { revision: number, isChanged: boolean }>>
  enter?: (ctx: Ctx, brought: readonly Brought[], from: From) => Promise<string[]>
}

/** Which record each row is about, where it is known already; and how such records are stored. */
export interface Kind { identify: (ctx: Ctx, batch: BatchRow, read: readonly One[], columns: Piece['columns']) => Promise<void>, store: Store }

const kinds: Readonly<Record<IntakeKind, Kind>> = {
  person: { identify: identifyPeople, store: personStore },
  enterprise: { identify: identifyEnterprises, store: enterpriseStore },
  thing: { identify: identifyThings, store: thingStore },
  housing: { identify: identifyHousing, store: housingStore },
  // A household is formed of people who live together; a file only changes what is known of one.
  household: { identify: (_ctx, _batch, read) => Promise.resolve(read.forEach(({ faults }) => faults.push({ column: 'no', title: '', code: 'household.form', message: '新的一户请在“家庭户”里建', isWarning: false }))), store: householdStore },
}

export const kindOf = ({ kind }: Pick<BatchRow, 'kind'>): Kind => kinds[kind as IntakeKind]
