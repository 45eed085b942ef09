import type { Output } from '@linli/contract'
import { Link } from 'react-router'
import { addDays, dayOf } from '@linli/standards/day'
import { addressOf, type InsightFilter } from './insight-filter.ts'
import styles from './insight.module.css'

/** The last day before this month. */
const lastDayOfLastMonth = () => addDays(`${dayOf(new Date()).slice(0, 7)}-01`, -1)

const open = 'reported,needInfo,verifying,selfHandled,accepted,filed,dispatched,handling,needDetail,suspended,split,transferred,feedback,checked,revisited'

/** What stands now, whatever the period; each number leads to the event list. */
export function Present({ present, filter }: { present: Output<'insight', 'figures'>['present'], filter: InsightFilter }) {
  if (!present) return null
  const to = (more: Record<string, string>) => `/event?${addressOf({ area: filter.area, unit: filter.unit, matter: filter.matter, source: filter.source }, more)}`
  return (
    <dl className={styles.present} aria-label="当前在办，不限统计日期">
      <div><dt>当前在办（不限日期）</dt><dd><Link to={to({ status: open })}>{present.open}</Link></dd></div>
      <div><dt>超期在办</dt><dd><Link to={to({ status: open, isOverdue: '1' })} className={present.overdue > 0 ? styles.red : undefined}>{present.overdue}</Link></dd></div>
      <div><dt>积存（上月及以前上报）</dt><dd><Link to={to({ status: open, until: lastDayOfLastMonth() })}>{present.stock}</Link></dd></div>
      <div><dt>挂账中</dt><dd><Link to={to({ status: 'suspended' })}>{present.suspended}</Link></dd></div>
    </dl>
  )
}
