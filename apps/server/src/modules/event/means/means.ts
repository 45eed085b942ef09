import type { Input } from '@linli/contract'
import type { Updateable } from 'kysely'
import type { Event } from '../../../kernel/schema.gen.ts'

/** What a step changes besides the state, and what of it is worth remembering. */
export interface Means { change: Updateable<Event>, details: Record<string, unknown> }

export type Taking = Input<'event', 'take'>['take']
/** What one step is told. */
export type Told<S extends Taking['step']> = Extract<Taking, { step: S }>
