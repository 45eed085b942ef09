import type { Subject } from '../../kernel/ctx.ts'
import type { MappingRow } from './queries.ts'

export const subjectOf = ({ subdistrict, id, area }: Pick<MappingRow, 'subdistrict' | 'id' | 'area'>): Subject => ({ kind: 'mapping', id, subdistrict, area, may: 'organisation.manage' })

/** What was taken over can be taken back for so long. */
export const undoDays = 90
