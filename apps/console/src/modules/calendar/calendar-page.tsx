import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { DayForm } from './day-form.tsx'
import { HoursForm } from './hours-form.tsx'
import styles from './calendar-page.module.css'
import { Month } from './month.tsx'
import { monthsOf } from './year.ts'
import type { Calendar, DayCell } from './year.ts'

/** A whole year: the nation's holidays and shifted days, and the office's own changes. Time limits in working time follow it. */
export default function CalendarPage() {
  const [params, setParams] = useSearchParams()
  const today = useToday()
  const asked = Number(params.get('year'))
  const year = asked >= 2020 && asked <= 2100 ? asked : Number(today.slice(0, 4))
  const go = (to: number) => setParams({ year: String(to) }, { replace: true })
  const query = useAsk('calendar', 'year', { year }, { keepsLast: true })
  return (
    <>
      <PageHeader title="工作日历" hint="工作时限按这里的上班时间计算。点一天可以改为上班或休息。" actions={(
        <span className={styles.years}>
          <Button icon={<LeftOutlined aria-hidden />} aria-label="上一年" disabled={year <= 2020} onClick={() => go(year - 1)} />
          <strong className="number" role="status">{year} 年</strong>
          <Button icon={<RightOutlined aria-hidden />} aria-label="下一年" disabled={year >= 2100} onClick={() => go(year + 1)} />
        </span>
      )} />
      <Answer query={query}>{(calendar) => <Year year={year} today={today} calendar={calendar} />}</Answer>
    </>
  )
}

function Year({ year, today, calendar }: { year: number, today: string, calendar: Calendar }) {
  const [chosen, setChosen] = useState<DayCell>()
  const [isOpen, setOpen] = useState(false)
  const choose = (day: DayCell) => {
    setChosen(day)
    setOpen(true)
  }
  return (
    <>
      <div className={styles.top}>
        <ul className={styles.legend} aria-label="图例">
          <li><span className={styles.rest}>休</span>节假日</li>
          <li><span className={styles.work}>班</span>调休上班</li>
          <li><span className={styles.own}>✓</span>本单位设置</li>
        </ul>
        <HoursForm hours={calendar.hours} />
      </div>
      <div className={styles.year}>{monthsOf(year, calendar.days).map((month) => <Month key={month.title} month={month} today={today} choose={choose} />)}</div>
      {chosen && <DayForm day={chosen} isOpen={isOpen} close={() => setOpen(false)} />}
    </>
  )
}
