import type { LimitUnit } from '@linli/contract'

export interface DefaultRule { matter: string, amount: number, unit: LimitUnit, byCommunity: boolean }

/**
 * How long handling may take before an office says otherwise. The standards leave this to local rules; what stands here is local practice
 * and is stored as configuration. Groups speak for their leaves.
 */
const limits: readonly [string, number, LimitUnit, 'community'?][] = [
  // Rules of two northern cities (采集、立案、处置、结案标准).
  ['06001', 20, 'workingDay'], // 拆除违建
  ['06010', 4, 'workingHour'],
  ['06011', 2, 'workingDay'],
  ['06012', 2, 'workingHour'],
  ['06017', 4, 'workingHour'],
  ['06025', 15, 'workingDay'],
  ['04013', 5, 'workingDay'],
  ['M06', 4, 'workingHour', 'community'],
  // 垃圾满溢 as 暴露垃圾.
  ['06042', 4, 'workingHour'],
  // 12345: 咨询 1, 求助 3–5, 建议 15 工作日.
  ['J', 1, 'workingDay', 'community'],
  ['F', 5, 'workingDay', 'community'],
  ['K', 15, 'workingDay', 'community'],
  ['A', 15, 'workingDay', 'community'],
  ['B', 1, 'workingDay', 'community'],
  ['09012', 1, 'workingDay'],
  ['01013', 1, 'workingDay'],
  ['E', 1, 'workingDay', 'community'],
  ['I', 1, 'workingDay', 'community'],
  // Emergencies run by the clock, day and night.
  ['M', 2, 'clockHour', 'community'],
  ['C', 3, 'workingDay', 'community'],
  ['D', 3, 'workingDay', 'community'],
  ['G', 3, 'workingDay', 'community'],
  ['H', 3, 'workingDay', 'community'],
  ['L', 3, 'workingDay', 'community'],
  ...['01', '02', '03', '04', '05', '06', '07', '08', '09', '10'].map((major): [string, number, LimitUnit] => [major, 3, 'workingDay']),
]

export const defaultRules: readonly DefaultRule[] = limits.map(([matter, amount, unit, by]) => ({ matter, amount, unit, byCommunity: by === 'community' }))

/** How long each state may last that is not handling. */
export const defaultStepLimits: readonly { status: string, amount: number, unit: LimitUnit }[] = [
  { status: 'reported', amount: 30, unit: 'workingMinute' },
  // The reporter's time to answer; then the event is cancelled (12345: 待补充, auto-close after n days).
  { status: 'needInfo', amount: 7, unit: 'day' },
  { status: 'verifying', amount: 30, unit: 'workingMinute' },
  { status: 'selfHandled', amount: 1, unit: 'workingDay' },
  { status: 'accepted', amount: 30, unit: 'workingMinute' },
  { status: 'filed', amount: 1, unit: 'workingHour' },
  { status: 'dispatched', amount: 2, unit: 'workingHour' },
  // Work waits for the answer: half of that, and then it goes on without.
  { status: 'needDetail', amount: 3, unit: 'day' },
  { status: 'feedback', amount: 24, unit: 'clockHour' },
  { status: 'checked', amount: 3, unit: 'workingDay' },
  { status: 'revisited', amount: 1, unit: 'workingDay' },
]
