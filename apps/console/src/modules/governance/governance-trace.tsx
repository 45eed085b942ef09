import type { Output } from '@linli/contract'
import { Timeline } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import trace from '../event/trace-list.module.css'

/** What happened, oldest first, with the photos of each step. */
export function GovernanceTrace({ id }: { id: string }) {
  const query = useAsk('governance', 'trace', { id })
  return (
    <section className="panel" aria-labelledby="trace">
      <h2 id="trace" className="panel-title">经过</h2>
      <div className={`panel-body ${trace.body}`}>
        <Answer query={query} isSmall>{({ rows }) => <Timeline items={rows.map((row, index) => ({ key: index, content: <Entry row={row} />, color: index === rows.length - 1 ? 'blue' : 'gray' }))} />}</Answer>
      </div>
    </section>
  )
}

const Entry = ({ row }: { row: Output<'governance', 'trace'>['rows'][number] }) => (
  <div>
    <p className={trace.line}><strong>{row.title}</strong><span>{row.by}{row.post && <span className="faint">（{row.post}）</span>}</span><time dateTime={row.at} className={trace.time}>{whenExact(row.at)}</time></p>
    {row.text && <p className={trace.note}>{row.text}</p>}
    {row.event && <p className={trace.note}><Link to={`/event/${row.event}`}>查看事件</Link></p>}
    {row.photos.length > 0 && <PhotoStrip size={72} photos={row.photos.map((id, at) => ({ id, words: `${row.title}的照片 ${at + 1}` }))} />}
  </div>
)
