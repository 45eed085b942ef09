import { CopyOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { App, Button, Radio } from 'antd'
import { addDays, isDay } from '@linli/standards/day'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { dayWords } from '../../parts/when.ts'
import { areaOn } from '../organisation/area.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { useOffice } from '../organisation/use-office.ts'
import { DutyNow } from './duty-now.tsx'
import styles from './duty-page.module.css'
import { DutyWeek } from './duty-week.tsx'
import { mondayOf } from './duty-view.ts'
import type { Week } from './duty-view.ts'
import { ShiftForm } from './shift-form.tsx'

/** A week of the human desk at a glance: choose somebody, click where they are on duty. */
export default function DutyPage() {
  const [params, setParams] = useSearchParams()
  const today = useToday()
  const home = useOffice()
  const area = params.get('area') ?? (home && (areaOn(home, 'community') ?? home))
  const asked = params.get('day') ?? ''
  const monday = mondayOf(isDay(asked) ? asked : today)
  const put = (name: string, value: string | undefined) => setParams((now) => {
    if (value) now.set(name, value)
    else now.delete(name)
    return now
  }, { replace: true })
  return (
    <>
      <PageHeader title="值班表" hint="居民找人工时由当班的人接待；没有人值班时，系统会告诉居民什么时候有人。" actions={<AreaSelect aria-label="社区或街道" deepest="community" value={area} onChange={(path) => put('area', path)} style={{ minWidth: 200 }} />} />
      {area ? <Desk key={area} area={area} monday={monday} today={today} go={(day) => put('day', day === mondayOf(today) ? undefined : day)} /> : <div className="panel"><Nothing words="请先选择社区或街道" /></div>}
    </>
  )
}

interface DeskProps { area: string, monday: string, today: string, go: (monday: string) => void }

function Desk({ area, monday, today, go }: DeskProps) {
  const query = useAsk('duty', 'week', { area, day: monday }, { keepsLast: true })
  return (
    <>
      <DutyNow area={area} />
      <Answer query={query}>{(week) => (
        <section className="panel" aria-label={`${week.areaName}值班表`}>
          <div className={styles.bar}>
            <span className={styles.weeks}>
              <Button icon={<LeftOutlined aria-hidden />} aria-label="上一周" onClick={() => go(addDays(monday, -7))} />
              <strong className="number" role="status">{dayWords(monday, today)} – {dayWords(addDays(monday, 6), today)}</strong>
              <Button icon={<RightOutlined aria-hidden />} aria-label="下一周" onClick={() => go(addDays(monday, 7))} />
              {monday !== mondayOf(today) && <Button type="link" onClick={() => go(mondayOf(today))}>回到本周</Button>}
            </span>
            {week.mayManage && <Tools week={week} monday={monday} today={today} />}
          </div>
          <Filled week={week} today={today} />
        </section>
      )}</Answer>
    </>
  )
}

function Tools({ week, monday, today }: { week: Week, monday: string, today: string }) {
  const copy = useTell('duty', 'copyWeek')
  const { message } = App.useApp()
  const send = () => copy.mutate({ area: week.area, from: addDays(monday, -7), to: monday }, { onSuccess: ({ filled }) => void message.success(`已复制 ${filled} 个班次`), onError: (fault) => void message.error(wordsOf(fault)) })
  return (
    <span className={styles.tools}>
      {addDays(monday, 6) >= today && <Button icon={<CopyOutlined aria-hidden />} loading={copy.isPending} onClick={send}>复制上周</Button>}
      <ShiftForm week={week} />
    </span>
  )
}

function Filled({ week, today }: { week: Week, today: string }) {
  const [chosen, setChosen] = useState<string>()
  const brush = week.workers.find(({ id }) => id === chosen) ?? week.workers[0]
  return (
    <>
      {week.mayManage && (week.workers.length === 0 ? <p className={styles.hint}>这里还没有可以接待居民的工作人员。请联系安全管理员授予“人工接待”权限。</p> : (
        <div className={styles.workers}>
          <span id="brush" className="faint">选人，再点班次：</span>
          <Radio.Group aria-labelledby="brush" optionType="button" buttonStyle="solid" value={brush?.id} onChange={({ target }) => setChosen(target.value as string)} options={week.workers.map(({ id, name }) => ({ value: id, label: name }))} />
        </div>
      ))}
      <DutyWeek week={week} today={today} brush={brush} />
    </>
  )
}
