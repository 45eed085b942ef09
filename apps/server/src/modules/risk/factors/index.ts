import type { RiskKind } from '@linli/contract'
import { baseSource } from './base.ts'
import { contactSource } from './contact.ts'
import { eventSource } from './event.ts'
import type { Factor, Source } from './kit.ts'

export type { Asking, Factor } from './kit.ts'
export { known, meets } from './place.ts'

/** The catalogue: a module adds its file here. */
const sources: readonly Source[] = [eventSource, baseSource, contactSource]

export const factors: ReadonlyMap<string, Factor> = new Map(sources.flatMap((source) => source.factors).map((factor) => [factor.key, factor]))
export const touchedOf = (kind: RiskKind) => sources.flatMap(({ touched }) => touched).filter(({ kinds }) => kinds.includes(kind))
