import { Button } from 'antd'
import { useState } from 'react'
import type { Selection } from '../../../kernel/selection-act.tsx'
import { useStore } from '../../../kernel/store.ts'
import { BulkDrawer } from './bulk-drawer.tsx'
import { run } from './bulk-run.ts'

/** Events chosen on the map are handled together as those of a list are. */
export function BulkAct({ selection: { ids, done } }: { selection: Selection }) {
  const [isOpen, setOpen] = useState(false)
  const isRunning = useStore(run) !== undefined
  return (
    <>
      <Button type="primary" size="small" disabled={ids.length === 0 && !isRunning} onClick={() => setOpen(true)}>{isRunning ? '查看办理进度' : '批量派遣、办理'}</Button>
      <BulkDrawer chosen={{ ids: [...ids] }} words={`圈选的 ${ids.length} 件`} isOpen={isOpen} close={() => setOpen(false)} done={done} />
    </>
  )
}
