import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { ExportDrawer, type AskedFor } from './export-drawer.tsx'
import { useTake } from './use-take.ts'

/** A ledger as a file. */
export function ExportButton({ asked, name }: { asked: AskedFor, name: string }) {
  const [isOpen, setOpen] = useState(false)
  const { take, words } = useTake()
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={words !== undefined} onClick={() => setOpen(true)}>{words ?? '导出 Excel'}</Button>
      <ExportDrawer asked={asked} name={name} isOpen={isOpen} close={() => setOpen(false)} take={take} />
    </>
  )
}
