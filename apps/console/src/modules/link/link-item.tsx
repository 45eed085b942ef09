import { linkDelivery, linkState } from '@linli/contract/words/index'
import { Button } from 'antd'
import { Mark } from '../../parts/mark.tsx'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { whenExact, whenWords } from '../../parts/when.ts'
import { LinkActions } from './link-actions.tsx'
import type { Address, LinkRow } from './link-view.ts'
import styles from './link.module.css'

interface LinkItemProps { row: LinkRow, show: (address: Address) => void, feedback?: (publicReply: string) => void }

const tones = { open: 'amber', used: 'blue', expired: 'plain', withdrawn: 'plain', unknown: 'plain' } as const

/** One link: to whom, what for, by when, what became of it. */
export function LinkItem({ row, show, feedback }: LinkItemProps) {
  const { kind, state, result, withdrawn } = row
  return (
    <li className={styles.row}>
      <p className={styles.head}>
        <strong>{kind === 'ask' ? '询问上报人' : row.name}</strong>
        {row.phone && <span className="faint">{row.phone}</span>}
        <Mark tone={tones[state]}>{linkState[state]}</Mark>
        {row.isOverdue && <Mark tone="amber">已超过期限</Mark>}
      </p>
      <p>{row.request}</p>
      <p className="faint">{row.by} {whenWords(row.at)}发出 · {whenWords(row.dueAt)}前 · {linkDelivery[row.delivery]}{row.sentAt && ` ${whenWords(row.sentAt)}`}{row.reminds > 0 && ` · 再发 ${row.reminds} 次`}</p>
      {withdrawn && <p className="faint">{withdrawn.by} {whenWords(withdrawn.at)}撤回：{withdrawn.reason}</p>}
      {result && (
        <div className={styles.result}>
          <p><strong>{kind === 'ask' ? '上报人的回复' : '外部单位办理结果'}</strong> <span className="faint">{result.by} {whenWords(result.at)}{result.isLate && '，回复时这件事已到下一环节'}</span></p>
          <p>{result.text}</p>
          {result.photos.length > 0 && <PhotoStrip size={72} photos={result.photos.map((id, at) => ({ id, words: `回复的照片 ${at + 1}，${whenExact(result.at)}` }))} />}
          {kind === 'forward' && feedback && <Button type="primary" size="small" onClick={() => feedback(result.text.slice(0, 500))}>按此结果反馈</Button>}
        </div>
      )}
      {row.isMine && (state === 'open' || state === 'expired') && <LinkActions row={row} show={show} />}
    </li>
  )
}
