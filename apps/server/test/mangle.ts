import fc from 'fast-check'
import { odd } from './odd.ts'

/** Fields nobody asked for: what languages inherit from, and columns that only the server sets. */
const strangers = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'extra', '', 'id', 'area', 'subdistrict', 'status', 'reported_by', 'reportedBy', 'unit', 'actor', 'permissions', 'role', 'isApproved', 'steps', '路灯']

const way = fc.constantFrom('drop', 'add', 'put', 'wrap', 'double', 'deepen')

/** The same values with one place of them spoiled: a field left out or put in, a part that is something else, wrapped up, doubled or buried. */
export const mangled = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, way, fc.nat(), fc.constantFrom(...strangers), odd).map(([value, how, at, name, other]) => spoil(value, { how, at, name, other }))

interface Spoiling { how: string, at: number, name: string, other: unknown }

function spoil(value: unknown, spoiling: Spoiling): unknown {
  if (typeof value !== 'object' || value === null) return changed(value, spoiling)
  const places = Object.keys(value)
  const { how, at, name, other } = spoiling
  if (how === 'add' && !Array.isArray(value) && (at % 2 === 0 || places.length === 0)) return withField(value, name, other)
  if (places.length === 0) return changed(value, spoiling)
  const place = places[at % places.length]!
  const kept = (made: unknown) => (Array.isArray(value) ? value.with(Number(place), made) : withField(value, place, made))
  const inner = (value as Record<string, unknown>)[place]
  // Half of the time further down, where there is further down.
  if (typeof inner === 'object' && inner !== null && Math.floor(at / places.length) % 2 === 0) return kept(spoil(inner, { ...spoiling, at: Math.floor(at / places.length / 2) }))
  if (how === 'drop') return Array.isArray(value) ? value.toSpliced(Number(place), 1) : Object.fromEntries(Object.entries(value).filter(([key]) => key !== place))
  return kept(changed(inner, spoiling))
}

function changed(value: unknown, { how, other }: Spoiling): unknown {
  switch (how) {
    case 'wrap': return [value]
    case 'double': return Array.isArray(value) ? [...value, ...value, ...value] : { value, other: value }
    case 'deepen': return Array.from({ length: 500 }).reduce<unknown>((deep) => ({ a: deep }), value)
    default: return other
  }
}

/** Also `__proto__`, as an own field: so it comes out of JSON. */
const withField = (value: object, name: string, made: unknown): object => Object.defineProperty({ ...value }, name, { value: made, enumerable: true, configurable: true, writable: true })
