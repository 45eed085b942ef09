import type { Asked, Output } from '@linli/contract'
import type { BulletinPart, BulletinStatus } from '@linli/contract/words/index'

export type Report = Output<'bulletin', 'get'>
export type Issue = Output<'bulletin', 'issue'>
export type IssueHead = Output<'bulletin', 'issues'>['rows'][number]
export type Content = Issue['content']
export type Counted = Content['parts'][number]
export type Definition = Asked<'bulletin', 'save'>['definition']
export type Part = Definition['parts'][number]

export const toneOf = (status: BulletinStatus): 'plain' | 'blue' | 'amber' | 'purple' => (status === 'signed' ? 'blue' : status === 'returned' ? 'purple' : status === 'dropped' ? 'plain' : 'amber')

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
