import { buildingMeasures } from '../building/index.ts'
import { organisationMeasures } from '../enterprise/index.ts'
import { householdMeasures } from '../household/index.ts'
import { housingMeasures } from '../housing/index.ts'
import { closingMeasures, openMeasures, reportMeasures, stageMeasures } from '../insight/index.ts'
import type { Source } from '../measure/index.ts'
import { peopleMeasures } from '../person/index.ts'
import { flawMeasures } from '../quality/index.ts'
import { talkMeasures } from '../reception/index.ts'
import { thingMeasures } from '../thing/index.ts'

/** Everything that is counted, in the order of the catalogue. */
export const sources: readonly Source[] = [peopleMeasures, householdMeasures, housingMeasures, buildingMeasures, organisationMeasures, thingMeasures, reportMeasures, openMeasures, stageMeasures, closingMeasures, talkMeasures, flawMeasures]

export const sourceNamed = (name: string): Source | undefined => sources.find((source) => source.name === name)
