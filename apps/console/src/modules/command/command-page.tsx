import { FullscreenOutlined } from '@ant-design/icons'
import { addDays } from '@linli/standards/day'
import { App } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { useOffice } from '../organisation/use-office.ts'
import { usePresence } from '../presence/use-presence.ts'
import { Heat } from './heat.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Matters } from './matters.tsx'
import { News } from './news.tsx'
import { Ranking } from './ranking.tsx'
import styles from './command.module.css'
import { TownMap } from './town-map.tsx'
import { TwoLines } from './two-lines.tsx'
import { useWall } from './use-wall.ts'
import { Waiting } from './waiting.tsx'
import { Warnings } from './warnings.tsx'

/** 指挥大屏: the street on one dark screen, live; every number opens what is behind it. What is said stands within it: it grows with the wall, and is seen where nothing else is shown. */
export default function CommandPage() {
  const office = useOffice()
  const wall = useWall()
  const frame = useRef<HTMLDivElement>(null)
  const whole = () => void frame.current?.requestFullscreen?.().catch(() => undefined)
  return (
    <div ref={frame} className={styles.screen} style={{ '--wall': wall } as React.CSSProperties} data-wall>
      <App component={false} message={{ maxCount: 2, getContainer: () => frame.current ?? document.body }}>
        {office ? <Screen office={office} whole={whole} wall={wall} /> : <Nothing words="您的账号不属于某一个街道，请从街道账号打开" />}
      </App>
    </div>
  )
}

function Screen({ office, whole, wall }: { office: string, whole: () => void, wall: number }) {
  const today = useToday()
  const query = useAsk('indicator', 'figures', { area: office }, { keepsLast: true })
  const presence = usePresence(office, true)
  const period = { from: addDays(today, -29), until: addDays(today, 1) }
  return <Answer query={query}>{({ areaName, figures, countedAt }) => (
    <>
      <header className={styles.head}>
        <title>指挥大屏 · 邻里</title>
        <Link to="/" className={styles.leave}>返回工作台</Link>
        <h1>{areaName} 指挥大屏{countedAt === null && <small role="status" className={styles.first}>正在第一次计算</small>}</h1>
        <span className={styles.clock}><Clock /><button type="button" onClick={whole} aria-label="全屏"><FullscreenOutlined aria-hidden /></button></span>
      </header>
      <div className={styles.left}>
        <KeyFigures figures={figures} area={office} countedAt={countedAt} />
        <TwoLines area={office} {...period} />
        <Matters area={office} {...period} />
      </div>
      <div className={styles.middle}>
        <TownMap key={wall} presence={presence} wall={wall} />
        <Heat area={office} today={today} />
      </div>
      <div className={styles.right}>
        <Waiting area={office} presence={presence} />
        <Warnings area={office} />
        <Ranking area={office} />
        <News figures={figures} area={office} from={addDays(today, -364)} until={addDays(today, 1)} />
      </div>
    </>
  )}</Answer>
}

const pad = (value: number) => String(value).padStart(2, '0')

/** The office's time, whatever the computer's zone. */
function Clock() {
  const [now, tick] = useState(() => new Date(Date.now() + 8 * 3_600_000))
  useEffect(() => {
    const timer = setInterval(() => tick(new Date(Date.now() + 8 * 3_600_000)), 1000)
    return () => clearInterval(timer)
  }, [])
  return <time>{`${now.getUTCMonth() + 1}月${now.getUTCDate()}日 周${'日一二三四五六'[now.getUTCDay()]} ${pad(now.getUTCHours())}:${pad(now.getUTCMinutes())}:${pad(now.getUTCSeconds())}`}</time>
}
