import type { Output } from '@linli/contract'
import { mapOutcome, mapResult, mapStatus } from '@linli/contract/words/index'
import tag from '../event/status-tag.module.css'

export type Import = Output<'mapping', 'get'>
export type Feature = Output<'mapping', 'features'>['rows'][number]

const tone: Record<Import['status'], 'open' | 'going' | 'over' | 'pressing'> = { reading: 'going', ready: 'open', committing: 'going', done: 'over', undoing: 'going', undone: 'over', cancelled: 'over', failed: 'pressing' }

export const StatusTag = ({ status }: { status: Import['status'] }) => <span className={`${tag.tag} ${tag[tone[status]]}`}>{mapStatus[status]}</span>

export const isBusy = ({ status }: Import): boolean => ['reading', 'committing', 'undoing'].includes(status)
export const outcomes = ['bad', 'fresh', 'changed', 'same'] as const

/** What was found in the file, or what became of it. */
export function countWords({ status, counts, results, fault, read, total }: Import): string {
  if (fault) return fault
  if (status === 'reading') return `已读 ${read} 个，共 ${total} 个`
  const told = (Object.entries(results) as [keyof typeof mapResult, number][]).map(([result, count]) => `${mapResult[result]} ${count}`)
  if (told.length > 0) return told.join('，')
  return outcomes.filter((outcome) => (counts[outcome] ?? 0) > 0).map((outcome) => `${mapOutcome[outcome]} ${counts[outcome]}`).join('，')
}
