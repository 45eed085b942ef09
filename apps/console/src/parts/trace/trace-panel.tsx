import { Timeline } from 'antd'
import type { ComponentProps, ReactNode } from 'react'
import { Answer } from '../states.tsx'
import { whenExact } from '../when.ts'
import styles from './trace.module.css'

interface Row { at: string, title: string, by: string | null, post: string | null, unit?: string | null }
interface TracePanelProps<R> { query: ComponentProps<typeof Answer<{ rows: R[] }>>['query'], children: (row: R) => ReactNode }

/** What happened, oldest first: each step with who took it and when, and below it what the module has to say of it. */
export const TracePanel = <R extends Row>({ query, children }: TracePanelProps<R>) => (
  <section className="panel" aria-labelledby="trace">
    <h2 id="trace" className="panel-title">经过</h2>
    <div className={`panel-body ${styles.body}`}>
      <Answer query={query} isSmall>
        {({ rows }) => <Timeline items={rows.map((row, index) => ({ key: index, content: <div><Line row={row} />{children(row)}</div>, color: index === rows.length - 1 ? 'blue' : 'gray' }))} />}
      </Answer>
    </div>
  </section>
)

const Line = ({ row }: { row: Row }) => (
  <p className={styles.line}><strong>{row.title}</strong>{row.unit && <span>{row.unit}</span>}<span>{row.by ?? '系统'}{row.post && <span className="faint">（{row.post}）</span>}</span><time dateTime={row.at} className={styles.time}>{whenExact(row.at)}</time></p>
)

/** Done where there was no network: by the phone's clock. */
export const TakenAt = ({ at }: { at: string | null }) => at && <p className="faint">当时没有网络，手机记的办理时间：{whenExact(at)}</p>
