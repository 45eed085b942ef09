import { linkDelivery, linkState } from '@linli/contract/words/link.ts'
import { Box, Words } from '#element'
import { latestWords, momentWords } from '../../kernel/time.ts'
import { Headed } from '../../parts/headed.tsx'
import { PhotoRow } from '../../parts/photo-row.tsx'
import type { Tone } from '../../parts/tag.tsx'
import { LinkActions } from './link-actions.tsx'
import type { LinkProps } from './link-actions.tsx'
import type { StaffLink } from './seen.ts'

const tones: Record<StaffLink['state'], Tone> = { open: 'soon', used: 'good', expired: 'wrong', withdrawn: 'calm', unknown: 'calm' }

/** One link: to whom, what for, by when, what became of it. */
export function LinkPart({ row, ...acts }: LinkProps) {
  const { kind, state, name, phone, request, by, at, dueAt, isOverdue, delivery, reminds, result, withdrawn, isMine } = row
  const isLate = state === 'open' && isOverdue
  const sent = [`${by} ${momentWords(at)} 发出`, latestWords(dueAt), linkDelivery[delivery], ...(reminds > 0 ? [`再发 ${reminds} 次`] : [])].join('，')
  return (
    <Box className="staff__part">
      <Headed look="part" words={kind === 'ask' ? '询问上报人' : [name, phone].filter(Boolean).join(' ')} tag={isLate ? { words: '已超过期限', tone: 'wrong' } : { words: linkState[state], tone: tones[state] }} />
      <Words as="p" className="staff__description">{request}</Words>
      <Words as="p" className="staff__waiting">{sent}</Words>
      {withdrawn && <Words as="p" className="staff__waiting">{`${withdrawn.by} ${momentWords(withdrawn.at)} 撤回：${withdrawn.reason}`}</Words>}
      {result && <Words as="p" className="staff__description">{`回复：${result.text}（${[result.by, momentWords(result.at)].filter(Boolean).join(' ')}${result.isLate ? '，当时这件事已到下一环节' : ''}）`}</Words>}
      {result && result.photos.length > 0 && <PhotoRow title="回复的照片" ids={result.photos} />}
      {isMine && (state === 'open' || state === 'expired') && <LinkActions row={row} {...acts} />}
    </Box>
  )
}
