import { tenantOf } from '../../kernel/actor.ts'
import type { Subject } from '../../kernel/ctx.ts'

/** An account in the journal. Residents belong to no area: what they do with their account is for auditors of the whole installation. */
export const subjectOf = ({ id, area }: { id: string, area: string }): Subject => ({ kind: 'account', id, subdistrict: tenantOf(area), area: area || '/' })

/** Somebody who is not known yet: a name nobody has, a phone number under its blind index. */
export const strangerOf = (kind: 'name' | 'phone', id: string): Subject => ({ kind, id, subdistrict: 0, area: '/' })
