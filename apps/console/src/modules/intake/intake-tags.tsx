import { intakeResult, intakeStatus } from '@linli/contract/words/index'
import type { IntakeResult, IntakeStatus } from '@linli/contract/words/index'
import tag from '../event/status-tag.module.css'
import type { Batch } from './intake-view.ts'

const tone: Record<IntakeStatus, 'open' | 'going' | 'over' | 'pressing'> = { reading: 'going', ready: 'open', committing: 'going', done: 'over', undoing: 'going', undone: 'over', cancelled: 'over', failed: 'pressing' }

export const StatusTag = ({ status }: { status: IntakeStatus }) => <span className={`${tag.tag} ${tag[tone[status]]}`}>{intakeStatus[status]}</span>

/** What was found in the file, or what became of it. */
export function countWords({ status, counts, results, read, fault }: Batch): string {
  if (fault) return fault
  const told = (Object.entries(results) as [IntakeResult, number][]).map(([result, rows]) => `${intakeResult[result]} ${rows}`)
  if (told.length > 0) return told.join('，')
  if (status === 'reading') return `已读 ${read} 行`
  const { fresh = 0, match = 0, same = 0, bad = 0, twice = 0 } = counts
  return [(fresh > 0 || same === 0) && `新登记 ${fresh}`, match > 0 && (same > 0 ? `有改动 ${match}` : `已登记过 ${match}`), bad > 0 && `有问题 ${bad}`, twice > 0 && `重复 ${twice}`, same > 0 && `没有改动 ${same}`].filter(Boolean).join('，')
}
