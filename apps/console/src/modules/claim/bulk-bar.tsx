import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { call, wordsOf } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { touched } from './claim-actions.tsx'
import { doneWords } from './claim-view.ts'
import type { Done } from './claim-view.ts'
import styles from './claim.module.css'

/** Decides about all that were chosen, one after another: what cannot be done is said and left. */
export function BulkBar({ keys, clear }: { keys: readonly string[], clear: () => void }) {
  const [at, setAt] = useState<number>()
  const confirm = useConfirm()
  const client = useQueryClient()
  const { message } = App.useApp()
  const run = async (isAccepted: boolean) => {
    const came: Done = { done: 0, failed: [] }
    for (const [index, id] of keys.entries()) {
      setAt(index + 1)
      await call('claim', 'decide', { id, isAccepted }).then(() => { came.done += 1 }, (fault: unknown) => { came.failed.push(wordsOf(fault)) })
    }
    setAt(undefined)
    for (const name of touched) void client.invalidateQueries({ queryKey: [name] })
    clear()
    void message[came.failed.length > 0 ? 'warning' : 'success'](doneWords(isAccepted ? '已采纳' : '已记为不采纳', came))
  }
  const ask = (isAccepted: boolean) => confirm({ title: `${isAccepted ? '采纳' : '不采纳'}选中的 ${keys.length} 条？`, what: isAccepted ? '建议的内容会写进档案，来源一并记下；在变更记录里可以恢复原来的值。报已搬离的，按迁出本街道登记。' : '档案不变，这些建议不再列在这里。', words: isAccepted ? '全部采纳' : '全部不采纳', isDanger: false, act: () => run(isAccepted) })
  return (
    <div className={styles.bar} role="region" aria-label="批量办理">
      <span role="status">{at === undefined ? `已选 ${keys.length} 条` : `正在办理第 ${at} / ${keys.length} 条`}</span>
      <Button size="small" type="primary" disabled={at !== undefined} onClick={() => ask(true)}>采纳所选</Button>
      <Button size="small" disabled={at !== undefined} onClick={() => ask(false)}>不采纳所选</Button>
      <Button size="small" type="link" disabled={at !== undefined} onClick={clear}>取消选择</Button>
    </div>
  )
}
