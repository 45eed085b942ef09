import { flawKind } from '@linli/contract'
import { sql } from 'kysely'
import type { Source } from '../measure/index.ts'

/** What is wrong with the base, as it is known now. */
export const flawMeasures: Source = {
  name: 'flaws', label: '数据质量问题', from: sql`flaw r`, where: sql`r.is_open`, may: 'base.view',
  measures: { flaws: { label: '数据质量问题', words: '现在没有处理的数据质量问题，一条记录可有几个' } },
  dimensions: { kind: { label: '问题', words: '按问题类别', key: () => sql`r.kind`, values: flawKind } },
  shown: { kind: 'flaw', id: sql`r.subject`, title: sql`r.kind`, note: sql`''` },
}
