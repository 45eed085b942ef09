import { Timeline } from 'antd'
import type { Output } from '@linli/contract'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import trace from '../event/trace-list.module.css'

/** What happened, oldest first. */
export function WhistleTrace({ id }: { id: string }) {
  const query = useAsk('whistle', 'trace', { id })
  return (
    <section className="panel" aria-labelledby="trace">
      <h2 id="trace" className="panel-title">经过</h2>
      <div className={`panel-body ${trace.body}`}>
        <Answer query={query} isSmall>{({ rows }) => <Timeline items={rows.map((row, index) => ({ key: index, content: <Entry row={row} />, color: index === rows.length - 1 ? 'blue' : 'gray' }))} />}</Answer>
      </div>
    </section>
  )
}

const Entry = ({ row }: { row: Output<'whistle', 'trace'>['rows'][number] }) => (
  <div>
    <p className={trace.line}><strong>{row.title}</strong>{row.unit && <span>{row.unit}</span>}<span>{row.by}{row.post && <span className="faint">（{row.post}）</span>}</span><time dateTime={row.at} className={trace.time}>{whenExact(row.at)}</time></p>
    {row.takenAt && <p className="faint">当时没有网络，手机记的办理时间：{whenExact(row.takenAt)}</p>}
    {row.text && <p className={trace.note}>{row.text}</p>}
  </div>
)
