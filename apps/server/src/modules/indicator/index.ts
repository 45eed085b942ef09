import { defineModule } from '../../kernel/module.ts'
import { exportAnalysis, pivot, table } from './analyse.ts'
import { byPlace, catalogue, figures, list, proof, structure, trend } from './actions.ts'
import { end, publish, save, tryOut, versions } from './define.ts'
import { month, months } from './freeze.ts'
import { count, prove } from './jobs.ts'
import { records } from './records.ts'

export { countAndTell } from './jobs.ts'
export { trendIn, valuesAt } from './actions.ts'
export { pivotIn, tableIn } from './analyse.ts'
export { dayBefore, levelAt, mayOpen, type Place } from './compute.ts'
export { definitionsOf, isFlow, namesFor, termWords, viewOf, type Known } from './definitions.ts'
export { spanOf, type Value } from './rules.ts'
export { sourceNamed } from './sources.ts'

export const indicator = defineModule({
  name: 'indicator',
  handle: { catalogue, list, versions, figures, values: byPlace, trend, structure, table, pivot, export: exportAnalysis, records, tryOut, save, publish, end, proof, months, month },
  jobs: { 'indicator.count': count, 'indicator.prove': prove },
  words: { 'indicator.saved': '保存指标草稿', 'indicator.published': '发布指标', 'indicator.ended': '停用指标', 'indicator.resumed': '恢复指标', 'indicator.frozen': '固化指标月报', 'indicator.export.looked': '导出指标分析', 'indicator.records.looked': '查看指标背后的记录' },
})
