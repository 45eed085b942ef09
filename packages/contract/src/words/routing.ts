/**
 * GB/T 30428.4, there 准确派遣率: wrong is what was sent to two or more different units. Said once for the rules and for the statistics, which count the
 * same; `version` changes with the formula.
 */
export const firstDispatchAccuracy = { label: '首派准确率', formula: '至今只派给过一个单位的 ÷ 期内首次派遣的（派给两个及以上不同单位的为错派）', version: 1 } as const
