import { mistakenReason, warningRole } from '@linli/contract/words/index'
import { Descriptions } from 'antd'
import { Link } from 'react-router'
import { PhotoStrip } from '../../parts/photo/photo-strip.tsx'
import { dayWords, whenExact, whenWords } from '../../parts/when.ts'
import { dayOf } from '@linli/standards/day'
import { ColourTag, StateTag } from './risk-tags.tsx'
import { warningAddress } from './risk-view.ts'
import type { WarningView } from './risk-view.ts'
import styles from './risk.module.css'

/** What is asked of whom by when, and what came of it. */
export function WarningPanel({ warning }: { warning: WarningView }) {
  const { found, done, event, reason, note, effect } = warning
  const rows = [
    { label: '由谁处置', children: `${warningRole[warning.role]}${warning.escalations > 0 ? `（逾期升级 ${warning.escalations} 次）` : ''}` },
    { label: '期限', children: whenExact(warning.dueAt) },
    { label: '预警时', children: <><ColourTag colour={warning.colour} words={`${warning.score} 分`} /> {whenExact(warning.raisedAt)}</> },
    { label: '发现情况', children: found }, { label: '处置情况', children: done }, { label: '转为事件', children: event && <Link to={`/event/${event.id}`}>{event.number}</Link> },
    { label: '误报原因', children: reason && `${mistakenReason[reason]}${note ? `：${note}` : ''}` }, { label: '办结', children: warning.closedAt && `${warning.closedBy} ${whenExact(warning.closedAt)}` },
    { label: '成效', children: effect && (effect.colour ? <>30 天后 <ColourTag colour={effect.colour} words={`${effect.score} 分`} /></> : `${dayWords(dayOf(new Date(effect.on)))}回看分值`) },
  ]
  return (
    <section className="panel" aria-labelledby="warning">
      <h2 id="warning" className="panel-title">预警与处置</h2>
      <div className="panel-body">
        <Descriptions column={1} size="small" items={rows.filter(({ children }) => children).map(({ label, children }) => ({ key: label, label, children: typeof children === 'string' ? <span className={styles.long}>{children}</span> : children }))} />
        {warning.photos.length > 0 && <PhotoStrip photos={warning.photos.map(({ id }, at) => ({ id, words: `处置照片 ${at + 1}` }))} />}
      </div>
    </section>
  )
}

/** Warnings of one subject, the newest first. */
export const WarningsOf = ({ warnings }: { warnings: WarningView[] }) => warnings.length === 0 ? null : (
  <section className="panel" aria-labelledby="warnings">
    <h2 id="warnings" className="panel-title">预警</h2>
    <ul>{warnings.map((one) => (
      <li key={one.id} className={styles.warning}>
        <span className={styles.name}><Link to={warningAddress(one)}>{whenWords(one.raisedAt)} 预警</Link><ColourTag colour={one.colour} /><StateTag state={one.state} isOverdue={one.isOverdue} /></span>
        <p className="faint">{one.state === 'open' ? `${warningRole[one.role]} ${whenWords(one.dueAt)} 前处置` : one.done ?? (one.reason && mistakenReason[one.reason])}{one.effect?.colour && <>；30 天后 <ColourTag colour={one.effect.colour} /></>}</p>
      </li>
    ))}</ul>
  </section>
)
