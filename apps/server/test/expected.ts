import type { Asked, EndpointName, ModuleName, Role } from '@linli/contract'
import type { Subdistrict } from './city-people.ts'

/** What the questions are about: things of one sub-district, asked for by its own people, the neighbour's and the level above. */
export interface World {
  street: Subdistrict
  /** An open event of the first community, and one the resident reported. */
  event: string
  whistle: string
  /** A building in the first grid of the first community, a unit in it, who lives there, and who lived there and is asked for by the community next door. */
  building: string
  housing: string
  person: string
  transfer: string
  enterprise: string
  household: string
  relation: string
  thing: string
  claim: string
  /** A paper kept with the person. */
  document: string
  /** Of who lives in that unit, in a restricted group that is switched on. */
  special: string
  /** A file sent in by the first community, not read yet. */
  batch: string
  /** Kept by the community, with a phone number for each home, and what was written down of that unit. */
  logbook: string
  entry: string
  /** Kept for the community, over that building. */
  ledger: string
  /** Of it with whole numbers, not yet agreed to. */
  exported: string
  /** Somebody alike, the pair the two are, and two others who were made one. */
  likeness: string
  twin: string
  merge: string
  /** Somebody who was looked over with others. */
  mend: string
  /** The present month of it, being frozen. */
  month: string
  /** Asked at the community's counter about its own data, by who lives in that unit. */
  rights: string
  governance: string
  /** Kept words of the whole sub-district. */
  reply: string
  /** An answer of the first community, being written. */
  knowledge: string
  /** Sent to an outside unit for an event that is handled. */
  link: string
  /** What the resident talks of with the machine. */
  talk: string
  account: string
  unit: string
  area: string
}

/** Who may, and what people with the same post next door are told. */
export interface Expectation<M extends ModuleName, E extends EndpointName<M>> {
  input: (world: World) => Asked<M, E>
  /** Roles that are let in; everybody else who is signed in gets `may.not`. */
  who: readonly Role[] | 'anyone' | 'signed-in'
  /**
   * The neighbour's people with such a role: `hidden` — what is asked for is not there; `own` — they are answered from their own area, and nothing of ours is
   * in the answer; `shared` — the same for everybody in the installation.
   */
  neighbour: 'hidden' | 'own' | 'shared'
  /** Roles to whom the neighbour's area is as open as their own: residents may report wherever they are. */
  open?: readonly Role[]
  /** Problems that are a right answer to somebody who was let in, because the example is not in that state. */
  otherwise?: readonly string[]
}

export type Matrix = { [M in ModuleName]: { [E in EndpointName<M>]: Expectation<M, E> } }
