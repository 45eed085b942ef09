import { memo } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { Borders, Position } from './editing.ts'
import type { Ground } from './ground.ts'
import styles from './border.module.css'

/** Fills of neighbours that are told apart, and let the map through. */
export const tones = ['#4f8fb833', '#7fae5a33', '#c98a3c33', '#9b6bb033', '#c9605a33', '#4fa39633']

export const pathOf = (polygons: readonly (readonly (readonly Position[])[])[], ground: Ground): string => polygons.map((rings) => rings.map((ring) => `M${ring.map((one) => ground.toPlane(one).map((metre) => metre.toFixed(2)).join(' ')).join('L')}Z`).join('')).join('')

interface BackdropProps { borders: Borders, ground: Ground, unit: number, leaving: ReadonlySet<string> }

/** Roads, water, greens and buildings under the borders; those that would go elsewhere are marked. */
export const Backdrop = memo(function Backdrop({ borders, ground, unit, leaving }: BackdropProps) {
  const plan = useAsk('organisation', 'plan', {}, { freshMs: longFresh }).data?.features ?? []
  return (
    <g aria-hidden>
      {plan.map(({ kind, line, width }) => {
        const points = line.map((one) => ground.toPlane(one).map((metre) => metre.toFixed(1)).join()).join(' ')
        return kind === 'road' || width !== null ? <polyline key={`${kind} ${points}`} points={points} className={styles[kind]} strokeWidth={width ?? 7} /> : <polygon key={`${kind} ${points}`} points={points} className={styles[`${kind}Fill`]} />
      })}
      {borders.parent.shape && <path d={pathOf(borders.parent.shape.type === 'Polygon' ? [borders.parent.shape.coordinates] : borders.parent.shape.coordinates, ground)} className={styles.parent} vectorEffect="non-scaling-stroke" />}
      {borders.buildings.map(({ path, name, shape }) => {
        if (!shape) return null
        const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
        const [x, y] = ground.toPlane(polygons[0]![0]![0]!)
        return <g key={path}><path d={pathOf(polygons, ground)} className={leaving.has(path) ? `${styles.building} ${styles.leaving}` : styles.building} vectorEffect="non-scaling-stroke" />{unit < 0.6 && <text x={x} y={y} fontSize={10 * unit} className={styles.buildingName}>{name}</text>}</g>
      })}
    </g>
  )
})
