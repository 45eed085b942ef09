import type { FlawKind } from '@linli/contract'
import { addDays, areaAt, parsePhone, readIdentityNumber, type Day } from '@linli/standards'

export interface Living { area: string, role: string, hasHousing: boolean, leaseUntil: Day | null }
/** What of a person tells what is wrong; numbers in clear, only while it is decided. */
export interface PersonState { area: string, standing: string, certificate: string | null, number: string | null, phone: string | null, checkedOn: Day, leavesOn: Day | null, living: readonly Living[], alsoIn: readonly string[] }
export interface HousingState { area: string, use: string | null, state: string | null, isEnded: boolean, people: number }

/** Something wrong, where it is to be mended, and which other community claims the same. */
export interface Flaw { kind: FlawKind, area: string, elsewhere: string | null }

/** A record nobody looked over for so long is stale. */
export const staleAfterDays = 365
const ownerRole = '01'
const tenantRole = '03'
const identityCard = '111'

/** Whoever left, died or was merged has nothing to be mended. */
export function flawsOf(person: PersonState, today: Day): Flaw[] {
  if (person.standing !== 'present') return []
  const here = (kind: FlawKind): Flaw => ({ kind, area: person.area, elsewhere: null })
  const wrong: [FlawKind, boolean][] = [
    ['noHousing', !person.living.some(({ hasHousing }) => hasHousing)],
    ['noNumber', person.number === null],
    ['wrongNumber', person.number !== null && person.certificate === identityCard && !readIdentityNumber(person.number, today).ok],
    ['wrongPhone', person.phone !== null && parsePhone(person.phone) === undefined],
    ['stale', person.checkedOn < addDays(today, -staleAfterDays)],
    ['gone', isGone(person, today)],
  ]
  return [...wrong.filter(([, is]) => is).map(([kind]) => here(kind)), ...claimsOf(person)]
}

/** Who meant to leave before today, or whose lease has ended, and is listed all the same. */
const isGone = ({ leavesOn, living }: PersonState, today: Day): boolean =>
  (leavesOn !== null && leavesOn < today) || (living.length > 0 && living.every(({ role, leaseUntil }) => role === tenantRole && leaseUntil !== null && leaseUntil < today))

/** Living in two communities, other than by owning a home in one of them, or a record in each that may be one person: told to each with the name of the other. */
function claimsOf({ area, living, alsoIn }: PersonState): Flaw[] {
  const communities = new Map(living.filter(({ role }) => role !== ownerRole).map((one) => [areaAt(one.area, 'community') ?? one.area, one.area]))
  const claims = [...communities].flatMap(([community, at]) => [...communities.keys()].filter((other) => other !== community).slice(0, 1).map((other): Flaw => ({ kind: 'claimed', area: at, elsewhere: other })))
  const [elsewhere] = alsoIn
  return claims.length === 0 && elsewhere !== undefined ? [{ kind: 'claimed', area, elsewhere }] : claims
}

/** Homes (住宅) nobody is registered in, unless they are known to stand empty (空置) or to serve business. */
export const housingFlawsOf = ({ area, use, state, isEnded, people }: HousingState): Flaw[] =>
  isEnded || people > 0 || (use !== null && use !== '01') || state === '03' || state === '04' ? [] : [{ kind: 'noHousehold', area, elsewhere: null }]

/** Where it is counted: the grid, or the community where none is known. */
export const countedIn = (area: string): string => areaAt(area, 'grid') ?? areaAt(area, 'community') ?? area
