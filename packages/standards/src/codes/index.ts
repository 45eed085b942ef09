import { careGroup, disabilityGrade, disabilityKind } from './care.ts'
import { country } from './country.ts'
import { ethnicity } from './ethnicity.ts'
import { eventGrade, eventScale } from './matter.ts'
import { creditRegistration, enterpriseControl, enterpriseKind, enterpriseTables, socialOrganisationKind } from './organisation.ts'
import { certificate, education, kinship, maritalStatus, occupationKind, politicalStatus, sex } from './person.ts'
import { urbanRuralClass } from './region.ts'
import { residenceTables } from './residence.ts'
import { specialTables } from './special.ts'
import type { CodeTable } from './table.ts'
import { thingKind, thingShape, thingState } from './thing.ts'

/** Every table by its name. */
export const codeTables: Readonly<Record<string, CodeTable>> = byName([
  sex, maritalStatus, politicalStatus, education, certificate, kinship, ethnicity, country, occupationKind, urbanRuralClass,
  ...residenceTables, careGroup, disabilityKind, disabilityGrade, enterpriseKind, enterpriseControl, socialOrganisationKind, creditRegistration, ...enterpriseTables, thingKind, thingState, thingShape, eventScale, eventGrade, ...specialTables,
])

function byName(tables: readonly CodeTable[]): Record<string, CodeTable> {
  const index: Record<string, CodeTable> = {}
  for (const table of tables) index[table.name] = table
  return index
}
