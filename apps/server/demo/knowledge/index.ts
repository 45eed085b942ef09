import { assistance } from './assistance.data.ts'
import { culture } from './culture.data.ts'
import { education } from './education.data.ts'
import { elder } from './elder.data.ts'
import { employment } from './employment.data.ts'
import { environment } from './environment.data.ts'
import { epidemic } from './epidemic.data.ts'
import { family } from './family.data.ts'
import { funeral } from './funeral.data.ts'
import { healthMore } from './health-more.data.ts'
import { health } from './health.data.ts'
import { housing } from './housing.data.ts'
import { insurance } from './insurance.data.ts'
import { law } from './law.data.ts'
import { neighbour } from './neighbour.data.ts'
import { party } from './party.data.ts'
import { pension } from './pension.data.ts'
import { property } from './property.data.ts'
import { residenceMore } from './residence-more.data.ts'
import { residence } from './residence.data.ts'
import { safety } from './safety.data.ts'
import { service } from './service.data.ts'
import type { StarterEntry } from './starter-entry.ts'
import { veteran } from './veteran.data.ts'

export type { StarterEntry } from './starter-entry.ts'

/**
 * What the knowledge base of 临河街道 begins with, by number: the seventy questions of domain §7.7 first. What is said of the whole country follows its laws;
 * windows, hours and places are fictional, so that the office has to check every answer before it is its own.
 */
export const entries: readonly StarterEntry[] = [
  health, healthMore, epidemic, residence, residenceMore, insurance, pension, elder, assistance, employment, housing, environment, neighbour, property, safety, education, family, party, law, service,
  culture, veteran, funeral,
].flat().toSorted((one, other) => one.no - other.no)
