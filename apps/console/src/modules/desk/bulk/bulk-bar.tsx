import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../kernel/session.ts'
import { useStore } from '../../../kernel/store.ts'
import type { Total } from '../../event/use-total.ts'
import { FoundButton } from '../../governance/found-button.tsx'
import { BulkDrawer } from './bulk-drawer.tsx'
import type { Chosen } from './bulk-drawer.tsx'
import styles from './bulk.module.css'
import { run, tally } from './bulk-run.ts'

interface BulkBarProps {
  ids: string[]
  clear: () => void
  /** What the list is filtered by, and how many that are. */
  filters: NonNullable<Chosen['filters']>
  total: Total | undefined
}

const most = 500

/** Above a list in which rows are chosen: chosen ones or all that match, and what to do with them. Also where a run is under way. */
export function BulkBar({ ids, clear, filters, total }: BulkBarProps) {
  const [isOpen, setOpen] = useState(false)
  const [isAll, setAll] = useState(false)
  const now = useStore(run)
  const mayGovern = useMay('governance.found')
  const isAllChosen = isAll && ids.length > 0
  const words = isAllChosen ? '符合筛选的全部事件' : `已选 ${ids.length} 件`
  const drop = () => {
    setAll(false)
    clear()
  }
  if (ids.length === 0 && !now) return null
  return (
    <section className={styles.bar} aria-label="批量办理">
      {now ? <Under /> : <strong role="status">{words}</strong>}
      {!now && !isAllChosen && total && total.total > ids.length && <Button type="link" size="small" onClick={() => setAll(true)}>选择符合筛选的全部事件（最多 {most} 件）</Button>}
      {!now && <Button type="link" size="small" onClick={drop}>取消选择</Button>}
      <Button type="primary" size="small" onClick={() => setOpen(true)}>{now ? '查看' : '批量办理'}</Button>
      {mayGovern && !now && !isAllChosen && ids.length <= 50 && <FoundButton from={{ events: ids }} words="立项治理" />}
      <BulkDrawer chosen={isAllChosen ? { filters } : { ids: ids.slice(0, most) }} words={words} isOpen={isOpen} close={() => setOpen(false)} done={drop} />
    </section>
  )
}

function Under() {
  const now = useStore(run)
  if (!now) return null
  const { all, left } = tally(now)
  return <strong role="status">{now.title}：{now.isOver ? '已办完' : `${all - left} / ${all}`}</strong>
}
