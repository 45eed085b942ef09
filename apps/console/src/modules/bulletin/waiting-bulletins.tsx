import { bulletinStatus, periodWords } from '@linli/contract/words/index'
import { useAsk } from '../../kernel/ask.ts'
import { WaitingPanel } from '../../parts/item-list.tsx'
import { Mark } from '../../parts/mark.tsx'
import { whenWords } from '../../parts/when.ts'
import { toneOf } from './bulletin-words.ts'

/** On the first page: issues of reports that I am to send in, review or sign. */
export function WaitingBulletins() {
  const { data } = useAsk('bulletin', 'issues', { isWaiting: true, limit: 4 })
  return <WaitingPanel id="waiting-bulletins" title="等我办的报表" more={data?.next ? '/bulletin?tab=waiting' : null} items={(data?.rows ?? []).map(({ id, name, rhythm, from, until, status, areaName, madeAt }) => ({
    id, to: `/bulletin/${id}`, title: `${name}　${periodWords(rhythm, { from, until })}`, tags: <Mark tone={toneOf(status)}>{bulletinStatus[status]}</Mark>, about: areaName, when: whenWords(madeAt),
  }))} />
}
