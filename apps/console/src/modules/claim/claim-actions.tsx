import { claimStatus } from '@linli/contract/words/index'
import { App, Button, Select } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { whenWords } from '../../parts/when.ts'
import { useCodes } from '../record/use-codes.ts'
import { isArrival, isGone } from './claim-view.ts'
import type { Claim } from './claim-view.ts'
import styles from './claim.module.css'
import { alikeIn, WhoIsIt } from './who-is-it.tsx'
import type { Alike, Who } from './who-is-it.tsx'

/** Every page that shows the record is asked again. */
export const touched = ['claim', 'person', 'household', 'housing', 'enterprise', 'thing', 'find'] as const
/** 迁出本街道: why most who are told to have gone have gone. */
const usualReason = '02'

/** One tap: it stands, or it does not. Of somebody who has gone one may say why. */
export function ClaimActions({ claim }: { claim: Claim }) {
  const mayEdit = useMay('base.edit')
  const { message } = App.useApp()
  const [reason, setReason] = useState(usualReason)
  const reasons = useCodes('leaveReason') ?? []
  const { mutate, isPending } = useTell('claim', 'decide', touched)
  const [alike, setAlike] = useState<readonly Alike[]>()
  if (claim.status !== 'open') return <span className="faint">{claimStatus[claim.status]}{claim.decidedAt && <>：{claim.decidedBy} {whenWords(claim.decidedAt)}</>}</span>
  if (!mayEdit) return <span className="faint">{claimStatus.open}</span>
  const doneWords = isArrival(claim) ? `已采纳，${claim.record.name}已登记住户` : `已采纳，${claim.record.name}的${claim.label}已更新`
  const decide = (isAccepted: boolean, who: Who = {}) => mutate({ id: claim.id, isAccepted, reason, ...who }, {
    onSuccess: () => void message.success(isAccepted ? doneWords : '已记为不采纳'),
    onError: (fault) => { const people = alikeIn(fault); if (people) setAlike(people); else void message.error(wordsOf(fault)) },
  })
  if (alike) return <WhoIsIt alike={alike} isPending={isPending} say={(who) => decide(true, who)} back={() => setAlike(undefined)} />
  return (
    <div className={styles.acts}>
      {isGone(claim) && <Select size="small" aria-label={`${claim.record.name}的离开原因`} style={{ width: 150 }} value={reason} onChange={setReason} options={reasons.map(({ code, label }) => ({ value: code, label }))} />}
      <Button size="small" type="primary" loading={isPending} aria-label={`采纳${claim.record.name}的${claim.label}`} onClick={() => decide(true)}>采纳</Button>
      <Button size="small" disabled={isPending} aria-label={`不采纳${claim.record.name}的${claim.label}`} onClick={() => decide(false)}>不采纳</Button>
    </div>
  )
}
