import { changeWords, indicatorBand, valueWords } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { whenWords } from '../../parts/when.ts'
import type { Figure } from '../indicator/figures.ts'
import { addressOf } from '../indicator/use-place.ts'
import styles from './command.module.css'

const shown = ['today', 'openNow', 'waiting', 'suspended', 'inTime30', 'overdue30', 'satisfied30', 'repeated30']

/** Of a day that is not over, how many it were yesterday. */
function movedWords({ value, before, scale, period, span }: Figure): string {
  if (before === null) return '现在'
  return period === 'day' && span.from !== span.until ? `昨日 ${valueWords({ value: before }, scale)}` : changeWords({ value, before, scale }).replace('比前期', '')
}

/** What an official asks first; the formula of each is said where one points, and each opens its places and records. */
export const KeyFigures = ({ figures, area, countedAt }: { figures: readonly Figure[], area: string, countedAt: string | null }) => (
  <section className={styles.box} aria-labelledby="key-figures">
    <h2 id="key-figures">今日要情{countedAt && <span className={styles.key}>截至 {whenWords(countedAt)}</span>}</h2>
    <ul className={styles.figures}>{shown.flatMap((code) => figures.find((figure) => figure.code === code) ?? []).map((figure) => (
      <li key={figure.code}><Link to={addressOf('/indicators/one', { code: figure.code, area })} title={`${figure.formula}\n${changeWords(figure)}`}>
        <span>{figure.name}</span><strong className="number">{valueWords(figure, figure.scale)}</strong>
        <small className={figure.band ? styles[figure.band] : undefined}>{figure.band ? `${indicatorBand[figure.band]} · ` : ''}{movedWords(figure)}</small>
      </Link></li>
    ))}</ul>
  </section>
)
