import type { Permission } from '@linli/contract'
import { createContext, use } from 'react'
import type { ComponentType } from 'react'
import { holds, useMe } from './session.ts'
import type { Person } from './session.ts'

/** What can be chosen inside a line on the map. */
export type SelectionKind = 'event' | 'building' | 'person'

/** What was ticked of one kind; `done` after something was done with it. Buildings are told by their paths. */
export interface Selection { of: SelectionKind, ids: readonly string[], done: () => void }

/** What a module does with a selection that is not its own: one button, or nothing where there is nothing to do. */
export interface SelectionAct { of: SelectionKind, key: string, may: Permission, Act: ComponentType<{ selection: Selection }> }

/** Filled from the modules' sections by the table of contents: the map knows none of them. */
export const SelectionActsContext = createContext<readonly SelectionAct[]>([])

/** What may be done with a selection, in the order of the table of contents. */
export const SelectionActs = ({ selection }: { selection: Selection }) => actsFor(use(SelectionActsContext), useMe(), selection.of).map(({ key, Act }) => <Act key={key} selection={selection} />)

export const actsFor = (acts: readonly SelectionAct[], me: Pick<Person, 'may'>, of: SelectionKind): SelectionAct[] => acts.filter((act) => act.of === of && holds(me, act.may))
