import { eventSource } from '@linli/contract/words/index'
import type { EventSource } from '@linli/contract/words/index'
import { Button } from 'antd'
import type { Output } from '@linli/contract'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { Behind } from './behind-link.tsx'
import { addressOf, justOne, questionOf, type InsightFilter } from './insight-filter.ts'
import styles from './insight.module.css'

type Share = Output<'insight', 'structure'>['sources'][number]

interface Props { filter: InsightFilter, choose: (filter: InsightFilter) => void }

/** What was reported: from where, about what, at which hours. A name leads to the figures of it alone. */
export function StructureBars({ filter, choose }: Props) {
  const { from, until, area } = questionOf(filter)
  const query = useAsk('insight', 'structure', { from, until, area }, { keepsLast: true, freshMs: 60_000 })
  const to = (change: InsightFilter) => `/insight/event?${addressOf({ from: filter.from, until: filter.until, area, ...change }, { part: 'reported' })}`
  const isSource = (key: string): key is EventSource => key in eventSource
  return (
    <Answer query={query}>
      {({ sources, groups, matters, hours, areas }) => sources.length === 0 ? <Nothing words="这段时间没有上报的事件" /> : (
        <div className={styles.bars}>
          <Bars title="来源" rows={sources} choose={(key) => isSource(key) && choose(justOne({ source: key }))} behind={(key) => to(isSource(key) ? justOne({ source: key }) : {})} />
          <Bars title="事项大类" rows={groups} choose={(matter) => choose(justOne({ matter }))} behind={(matter) => to(justOne({ matter }))} />
          <Bars title="事项前十" rows={matters} choose={(matter) => choose(justOne({ matter }))} behind={(matter) => to(justOne({ matter }))} />
          <Bars title="辖区" rows={areas} choose={(key) => choose({ area: key })} behind={(key) => to({ ...justOne({}), area: key })} />
          <Hours hours={hours} behind={(hour) => `/insight/event?${addressOf({ from: filter.from, until: filter.until, area }, { part: 'reported', hour: String(hour) })}`} />
        </div>
      )}
    </Answer>
  )
}

function Bars({ title, rows, choose, behind }: { title: string, rows: Share[], choose: (key: string) => void, behind: (key: string) => string }) {
  const most = Math.max(...rows.map(({ count }) => count), 1)
  return (
    <section className="panel" aria-label={title}>
      <h2 className="panel-title">{title}</h2>
      <ul className="panel-body">
        {rows.map(({ key, label, count }) => (
          <li key={key} className={styles.bar}>
            <Button type="link" style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left', justifyContent: 'flex-start' }} title="只看它的指标" onClick={() => choose(key)}>{label}</Button>
            <div className={styles.track} aria-hidden><div style={{ width: `${count / most * 100}%` }} /></div>
            <span><Behind to={behind(key)} label={`${title} ${label}`} words={count.toLocaleString('zh-CN')} /></span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Hours({ hours, behind }: { hours: number[], behind: (hour: number) => string }) {
  const most = Math.max(...hours, 1)
  return (
    <section className="panel" aria-label="上报时段">
      <h2 className="panel-title">上报时段（时）</h2>
      <ol className={`panel-body ${styles.hours}`}>
        {hours.map((count, hour) => ({ count, hour })).map(({ count, hour }) => (
          <li key={hour} title={`${hour} 时：${count} 件`}>
            {count === 0 ? <><Hour hour={hour} share={0} /><span className="hidden">{hour} 时 0 件</span></> : <Link to={behind(hour)} aria-label={`${hour} 时 ${count.toLocaleString('zh-CN')} 件，查看清单`}><Hour hour={hour} share={count / most} /></Link>}
          </li>
        ))}
      </ol>
    </section>
  )
}

const Hour = ({ hour, share }: { hour: number, share: number }) => <><div aria-hidden style={{ height: `${share * 82}%` }} /><span aria-hidden>{hour}</span></>
