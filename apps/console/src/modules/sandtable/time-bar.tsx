import { CaretRightOutlined, PauseOutlined } from '@ant-design/icons'
import { Button, DatePicker, Segmented } from 'antd'
import { dayOf } from '@linli/standards/day'
import dayjs from 'dayjs'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useToday } from '../../parts/use-today.ts'
import { openStatuses } from '../desk/queue.ts'
import styles from './sandtable.module.css'
import { countsOf, periodOf, stepWords } from './time.ts'
import type { Town } from './use-town.ts'
import type { SandView } from './view.ts'

const playMs = 900

/** Over the hours of a day or the days of a month: how many events each had, and one of them chosen or all. */
export function TimeBar({ town: { time, drawn }, isOpen, change }: { town: Town, isOpen: boolean, change: (change: SandView) => void }) {
  const { span, day, steps, step } = time
  const today = useToday()
  const filters = { ...periodOf(span, day), area: drawn, ...(isOpen && { status: openStatuses }) }
  const { data } = useAsk('sandtable', 'times', { filters, by: span === 'day' ? 'hour' : 'day' }, { topic: 'event', keepsLast: true })
  const counts = useMemo(() => countsOf(steps, data?.rows ?? []), [steps, data])
  const choose = (nth: number | undefined) => change({ step: nth === undefined ? undefined : String(nth) })
  const [isPlaying, setPlaying] = usePlay(step, steps.length, choose)
  const all = counts.reduce((sum, count) => sum + count, 0)
  const words = step === undefined ? `全部 ${all} 件` : `${stepWords(span, steps[step]!)} ${counts[step]} 件`
  return (
    <section className={styles.time} aria-label="时间轴">
      <span className={styles.timeHead}>
        <Segmented<'day' | 'month'> aria-label="时间跨度" size="small" value={span} options={[{ value: 'day', label: '一天' }, { value: 'month', label: '一个月' }]} onChange={(next) => change({ span: next === 'day' ? 'day' : undefined, step: undefined })} />
        <DatePicker aria-label={span === 'day' ? '哪一天' : '到哪一天为止'} size="small" allowClear={false} value={dayjs(day)} maxDate={dayjs(today)} onChange={(next) => next && change({ day: next.format('YYYY-MM-DD') === today ? undefined : next.format('YYYY-MM-DD'), step: undefined })} />
        <Button size="small" aria-label={isPlaying ? '暂停' : '依次播放'} icon={isPlaying ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} onClick={() => setPlaying(!isPlaying)} />
        {step !== undefined && <Button size="small" type="link" onClick={() => { setPlaying(false); choose(undefined) }}>看全部</Button>}
        <Link className={styles.timeWords} to={listOf(time, drawn, isOpen)}>{words}</Link>
      </span>
      <Bars counts={counts} keys={steps.map(({ from }) => from)} step={step} />
      <input className={styles.range} type="range" min={-1} max={steps.length - 1} value={step ?? -1} aria-label="时间" aria-valuetext={words} onChange={(event) => choose(Number(event.target.value) < 0 ? undefined : Number(event.target.value))} />
    </section>
  )
}

/** The events of the chosen days; a list knows no hours. */
function listOf({ span, day, steps, step }: Town['time'], area: string, isOpen: boolean): string {
  const last = step === undefined || span === 'day' ? day : dayOf(new Date(steps[step]!.from))
  const from = step === undefined && span === 'month' ? dayOf(new Date(steps[0]!.from)) : last
  return `/event?${new URLSearchParams({ area, from, until: last, ...(isOpen && { status: openStatuses.join() }) }).toString()}`
}

/** A picture of what the slider says. */
function Bars({ counts, keys, step }: { counts: readonly number[], keys: readonly string[], step: number | undefined }) {
  const most = Math.max(1, ...counts)
  return <div className={styles.bars} aria-hidden><span />{counts.map((count, nth) => <span key={keys[nth]} className={nth === step ? styles.now : undefined} style={{ height: `${Math.max(count > 0 ? 8 : 2, count / most * 100)}%` }} />)}</div>
}

/** One step after another; at the end it stops. */
function usePlay(step: number | undefined, length: number, choose: (nth: number | undefined) => void): [boolean, (isPlaying: boolean) => void] {
  const [isPlaying, setPlaying] = useState(false)
  const go = useEffectEvent(() => {
    const next = (step ?? -1) + 1
    if (next < length) choose(next)
    else setPlaying(false)
  })
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setInterval(() => go(), playMs)
    return () => clearInterval(timer)
  }, [isPlaying])
  return [isPlaying, setPlaying]
}
