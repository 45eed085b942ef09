import type { Asked, Output } from '@linli/contract'
import type { BulletinPart, BulletinRhythm, BulletinStatus } from '@linli/contract/words/index'
import { addDays, daysBetween } from '@linli/standards/day'

export type Report = Output<'bulletin', 'get'>
export type Issue = Output<'bulletin', 'issue'>
export type IssueHead = Output<'bulletin', 'issues'>['rows'][number]
export type Content = Issue['content']
export type Counted = Content['parts'][number]
export type Definition = Asked<'bulletin', 'save'>['definition']
export type Part = Definition['parts'][number]

export const toneOf = (status: BulletinStatus): 'plain' | 'blue' | 'amber' | 'purple' => (status === 'signed' ? 'blue' : status === 'returned' ? 'purple' : status === 'dropped' ? 'plain' : 'amber')

const told = (day: string) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 2026年11月25日 · 2026年11月16日至22日 · 2026年11月; `until` is the day after. */
export function periodWords(rhythm: BulletinRhythm, from: string, until: string): string {
  const last = addDays(until, -1)
  if (rhythm === 'month') return told(from).replace(/\d+日$/, '')
  if (daysBetween(from, until) === 1) return told(from)
  return `${told(from)}至${from.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : from.slice(0, 4) === last.slice(0, 4) ? told(last).slice(5) : told(last)}`
}

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
/** Parts are numbered as papers number them; there are at most thirteen. */
export const ordinal = (no: number): string => (no < 10 ? digits[no]! : `十${no === 10 ? '' : digits[no % 10]!}`)

/** What a new part begins as. */
export function freshPart(kind: BulletinPart): Part {
  if (kind === 'figures') return { kind, title: '总体情况', codes: ['reported30', 'closed30', 'inTime30', 'overdue30', 'satisfied30'], isOfPeriod: true }
  if (kind === 'table') return { kind, title: '各社区情况', codes: ['reported30', 'closed30', 'inTime30'], level: 'community', isOfPeriod: true }
  if (kind === 'pivot') return { kind, title: '事项分类', source: 'reports', dimension: 'matter', level: 'community' }
  return { kind, title: '上报走势', code: 'today', days: 30 }
}

/** A part that the analysis page handed over in the address; nothing where it is none. */
export function partIn(text: string | null): Part | undefined {
  if (text === null) return undefined
  try {
    const part = JSON.parse(text) as Partial<Part> | null
    return part && typeof part === 'object' && ['figures', 'table', 'pivot', 'trend'].includes(part.kind ?? '') ? { ...freshPart(part.kind!), ...part } as Part : undefined
  } catch {
    return undefined
  }
}
