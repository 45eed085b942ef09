import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Answer } from '../../parts/states.tsx'
import { PagerBar } from '../../parts/table/pager-bar.tsx'
import { whenWords } from '../../parts/when.ts'
import { StatusTag } from '../event/status-tag.tsx'
import { GovernanceDrawer } from './step/governance-drawer.tsx'
import type { GovernanceView } from './governance-view.ts'
import styles from './governance.module.css'

/** The events behind it; one that does not belong is taken out with its reason. */
export function EventsPanel({ item }: { item: GovernanceView }) {
  const pager = usePager()
  const isUnit = useMe().side === 'unit'
  const query = useAsk('governance', 'events', { id: item.id, after: pager.after, limit: 10 }, { keepsLast: true })
  const [out, setOut] = useState<string>()
  const [isOpen, setOpen] = useState(false)
  const mayRemove = item.steps.includes('removeEvent')
  return (
    <section className="panel" aria-labelledby="events">
      <h2 id="events" className="panel-title">相关事件（{item.events} 件）</h2>
      <div className="panel-body">
        {isUnit && <p className="faint">只列出由本单位办理的事件。</p>}
        <Answer query={query} isSmall>
          {({ rows, next }) => rows.length === 0 ? <p className="faint">没有可以查看的事件</p> : (
            <>
              <ul>{rows.map((row) => (
                <li key={row.id} className={styles.event}>
                  <Link to={`/event/${row.id}`}>{row.title}</Link><StatusTag status={row.status} />{!row.isMatch && <span className="faint">其他事项或地点</span>}<span className="faint">{row.areaName} · {whenWords(row.reportedAt)}</span>
                  {mayRemove && <Button type="link" size="small" aria-label={`移出“${row.title}”`} onClick={() => { setOut(row.id); setOpen(true) }}>移出</Button>}
                </li>
              ))}</ul>
              {(next || pager.after) && <PagerBar pager={pager} next={next} />}
            </>
          )}
        </Answer>
      </div>
      {out && <GovernanceDrawer item={item} step="removeEvent" fixed={{ event: out }} isOpen={isOpen} close={() => setOpen(false)} />}
    </section>
  )
}
