import type { Subject } from '../../kernel/ctx.ts'

export const subjectOf = ({ id, subdistrict, area }: { id: string, subdistrict: number, area: string }): Subject => ({ kind: 'mend', id, subdistrict, area, may: 'base.view' })
