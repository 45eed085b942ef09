import { CaretRightOutlined, CloseOutlined, LeftOutlined, PauseOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { cornersOf } from '../../parts/map/shape.ts'
import { openStatuses } from '../desk/queue.ts'
import { rowWords } from './colour.ts'
import { useValues } from './questions.ts'
import styles from './sandtable.module.css'
import type { Scene } from './scene.ts'
import type { Town } from './use-town.ts'

/** Long enough to fly there and to read a few figures. */
const stayMs = 8000

/** One community after another over the whole screen, each with its figures; Esc ends. */
export function Tour({ town, scene, end }: { town: Town, scene: Scene, end: () => void }) {
  const { own, communities, question, time, on } = town
  const [nth, setNth] = useState(0)
  const [isPlaying, setPlaying] = useState(true)
  const area = own[nth % Math.max(1, own.length)] ?? town.area
  const name = communities.find(({ path }) => path === area)?.name ?? ''
  const base = useAsk('atlas', 'base', { area }, { freshMs: longFresh }).data
  const row = useValues(question, own, 'community', { on }).rows.find((one) => one.area === area)
  const reported = useAsk('event', 'count', { area, ...time.period }).data
  const open = useAsk('event', 'count', { area, status: openStatuses }).data
  const late = useAsk('event', 'count', { area, status: openStatuses, isOverdue: true }).data
  const go = useEffectEvent((by: number) => setNth((now) => (now + by + own.length) % Math.max(1, own.length)))
  const stop = useEffectEvent(end)
  useEffect(() => {
    if (base?.area === area && base.box) scene.frame(cornersOf(base.box), { pitch: 55, bearing: nth * 20 % 360 })
  }, [scene, base, area, nth])
  useEffect(() => {
    if (!isPlaying) return undefined
    const timer = setInterval(() => go(1), stayMs)
    return () => clearInterval(timer)
  }, [isPlaying])
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') stop()
      else if (event.key === 'ArrowRight') go(1)
      else if (event.key === 'ArrowLeft') go(-1)
    }
    const left = () => { if (!document.fullscreenElement) stop() }
    window.addEventListener('keydown', key)
    document.addEventListener('fullscreenchange', left)
    return () => {
      window.removeEventListener('keydown', key)
      document.removeEventListener('fullscreenchange', left)
    }
  }, [])
  const upTo = (count: { total: number, isMore: boolean } | undefined) => count ? `${count.total}${count.isMore ? '+' : ''}` : '…'
  return (
    <section className={styles.tour} aria-label="巡览">
      <h2 aria-live="polite">{name}<small>{nth + 1} / {own.length}</small></h2>
      <dl>
        <div><dt>{question.title}</dt><dd>{row ? rowWords(row, question.unit) : '—'}</dd></div>
        <div><dt>{time.span === 'day' ? '这一天上报' : '三十天上报'}</dt><dd>{upTo(reported)}</dd></div>
        <div><dt>在办</dt><dd>{upTo(open)}</dd></div>
        <div><dt>在办已超时</dt><dd>{upTo(late)}</dd></div>
      </dl>
      <span className={styles.tourKeys}>
        <Button aria-label="上一个社区" icon={<LeftOutlined aria-hidden />} onClick={() => go(-1)} />
        <Button aria-label={isPlaying ? '停在这里' : '接着巡览'} icon={isPlaying ? <PauseOutlined aria-hidden /> : <CaretRightOutlined aria-hidden />} onClick={() => setPlaying(!isPlaying)} />
        <Button aria-label="下一个社区" icon={<RightOutlined aria-hidden />} onClick={() => go(1)} />
        <Button icon={<CloseOutlined aria-hidden />} onClick={end}>结束巡览（Esc）</Button>
      </span>
    </section>
  )
}
