import type { Subject } from '../../kernel/ctx.ts'
import type { From } from '../record/index.ts'
import type { BatchRow } from './queries.ts'

export const subjectOf = ({ id, subdistrict, area }: Pick<BatchRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'intake', id, subdistrict, area, may: 'base.edit' })

/** What its values say of where they come from: the batch, by whoever sent it. */
export const fromBatch = ({ id, file_name: name, created_by: by, created_name: byName }: BatchRow): From => ({ source: 'import', ref: id, name, by: { id: by, name: byName } })

/** So long an import can be undone, and what was left lying is kept. */
export const [undoDays, keepDays] = [30, 7]

/** Who lives somewhere without a word on how is one of the household. */
export const usualRole = '02'
