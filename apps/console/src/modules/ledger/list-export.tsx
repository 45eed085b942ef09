import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { ExportDrawer } from './export-drawer.tsx'
import type { Test } from './ledger-words.ts'
import { draftOf, type ListBase } from './list-words.ts'
import { useTake } from './use-take.ts'

interface ListExportProps {
  base: ListBase
  name: string
  /** Without it, all of one's areas. */
  area?: string | undefined
  /** The filters of the list: all must hold, of each any of its questions. */
  asked: readonly (readonly Test[])[]
  /** What the button says. */
  words?: string
}

/** The list as it is filtered, as a file: it goes out like a ledger does, with a purpose, a watermark and a line in the journal, and what was changed in Excel comes back cell by cell. */
export function ListExport({ base, name, area, asked, words: title = '导出 Excel' }: ListExportProps) {
  const mayExport = useMay('ledger.export')
  const [isOpen, setOpen] = useState(false)
  const { take, words } = useTake()
  const items = useAsk('ledger', 'items', {}, { freshMs: longFresh, isWanted: mayExport && isOpen })
  const draft = items.data && draftOf(base, items.data.rows, asked)
  const count = useAsk('ledger', 'count', { ...(draft && { draft }), ...(area !== undefined && { area }) }, { isWanted: isOpen && draft !== undefined })
  if (!mayExport) return null
  const lines = count.data ? `按现在的筛选，共 ${count.data.total}${count.data.isMore ? ' 多' : ''} 行。` : ''
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={words !== undefined || (isOpen && !draft)} onClick={() => setOpen(true)}>{words ?? title}</Button>
      {draft && <ExportDrawer asked={{ draft, ...(area !== undefined && { area }) }} name={name} isOpen={isOpen} close={() => setOpen(false)} take={take} about={lines} />}
    </>
  )
}
