import { useMemo } from 'react'
import { TownMap } from '../organisation/town-map.tsx'
import type { WhistleView } from './whistle-view.ts'
import styles from './whistle.module.css'

/** The place, and where each unit reported in. */
export function WhistleMap({ whistle }: { whistle: WhistleView }) {
  const others = useMemo(() => whistle.calls.flatMap(({ unit, arrival }) => arrival?.point ? [{ ...arrival.point, words: `${unit.name}报到的位置` }] : []), [whistle.calls])
  return (
    <section className="panel" aria-labelledby="place">
      <h2 id="place" className="panel-title">现场</h2>
      <TownMap label={`“${whistle.title}”的现场`} area={whistle.area} point={whistle.point} pointWords={whistle.place} others={others} height={260} />
      <p className={styles.legend}>
        {whistle.point ? <span><span className={styles.dot} style={{ background: '#b3261e' }} aria-hidden />现场</span> : <span>没有定点，只知道辖区</span>}
        {others.length > 0 && <span><span className={styles.dot} style={{ background: '#1b6e3c' }} aria-hidden />{others.map(({ words }) => words.replace('报到的位置', '')).join('、')}报到的位置</span>}
      </p>
    </section>
  )
}
