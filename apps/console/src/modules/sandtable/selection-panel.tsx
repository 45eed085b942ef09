import { CloseOutlined, DownloadOutlined } from '@ant-design/icons'
import type { Asked } from '@linli/contract'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Tabs } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { Answer } from '../../parts/states.tsx'
import { openStatuses } from '../desk/queue.ts'
import { InsideBuildings, InsideEvents, InsidePeople } from './inside-lists.tsx'
import type { Ring } from './ring.ts'
import styles from './sandtable.module.css'
import type { Town } from './use-town.ts'

interface SelectionPanelProps { ring: Ring, town: Town, isOpen: boolean, close: () => void, open: (area: string) => void }

const upTo = ({ total, isMore }: { total: number, isMore: boolean }) => `${total}${isMore ? '+' : ''}`

/** What lies inside the line that was drawn: how much of each, the lists, and what can be done with them. */
export function SelectionPanel({ ring, town, isOpen, close, open }: SelectionPanelProps) {
  const maySeePeople = useMay('base.view')
  const [kind, setKind] = useState('event')
  const filters = { ...town.time.period, ...(isOpen && { status: openStatuses }) }
  const query = useAsk('sandtable', 'inside', { ring, filters }, { topic: 'event', keepsLast: true })
  const mark = JSON.stringify([ring, filters])
  return (
    <section className="panel" aria-label="圈选的范围">
      <h2 className="panel-title">圈选的范围<span className={styles.endRing}><Export asked={{ ring, filters }} /><Button type="text" size="small" icon={<CloseOutlined aria-hidden />} onClick={close}>取消圈选</Button></span></h2>
      <Answer query={query} isSmall>
        {({ buildings, events, people }) => (
          <Tabs size="small" activeKey={kind} onChange={setKind} className={styles.inside} destroyOnHidden items={[
            { key: 'event', label: `事件 ${upTo(events)}`, children: <InsideEvents key={mark} ring={ring} filters={filters} /> },
            { key: 'building', label: `楼幢 ${upTo(buildings)}`, children: <InsideBuildings key={mark} ring={ring} open={open} /> },
            ...(maySeePeople ? [{ key: 'person', label: people === null ? '人员' : `人员 ${people}`, children: <InsidePeople key={mark} ring={ring} /> }] : []),
          ]} />
        )}
      </Answer>
    </section>
  )
}

/** Events and buildings inside as a spreadsheet; the export is on record. */
function Export({ asked }: { asked: Asked<'sandtable', 'insideExport'> }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('sandtable', 'insideExport', asked),
    onSuccess: ({ fileName, xlsx, events, buildings, isMore }) => {
      saveSpreadsheet(fileName, xlsx)
      void message.success(`已导出事件 ${events} 件、楼幢 ${buildings} 幢${isMore ? '，更多的没有导出，请圈小一些' : ''}`)
    },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button type="text" size="small" icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出事件和楼幢，不含人员；导出会留下记录" onClick={() => job.mutate()}>导出 Excel</Button>
}
