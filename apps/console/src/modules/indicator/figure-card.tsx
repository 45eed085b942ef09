import { changeWords, indicatorBand, valueWords } from '@linli/contract/words/index'
import { Link } from 'react-router'
import type { Figure } from './figures.ts'
import styles from './indicator.module.css'
import { addressOf } from './use-place.ts'

/** A number, its colour in words as well, how it moved, what it is made of, and the way to each part's records. */
export function FigureCard({ figure, area, on }: { figure: Figure, area: string, on: string | undefined }) {
  const { code, name, scale, band, before, value, target, formula, version, parts, span } = figure
  return (
    <div className={`panel ${styles.figure}`}>
      <dt><Link to={addressOf('/indicators/one', { code, area, on })}>{name}</Link>{band && <span className={`${styles.band} ${styles[band]}`}>{indicatorBand[band]}</span>}</dt>
      <dd>
        <strong className="number" title={figure.isSuppressed ? '不足 5 人的数不显示，以免认出是谁' : undefined}>{valueWords(figure, scale)}</strong>
        {(before !== null || target !== null) && <p>{[before !== null && changeWords({ value, before, scale }), target !== null && `目标 ${valueWords({ value: target }, scale)}`].filter(Boolean).join('，')}</p>}
        <p className={styles.formula}>{parts.length === 1 ? parts[0]!.words : formula}{version > 0 && `，第 ${version} 版`}</p>
        <ul className={styles.parts}>{parts.map((part) => (
          <li key={`${part.source} ${part.key} ${part.isBelow}`} title={part.words}>
            {part.label} {part.mayOpen && part.count !== 0 && part.count !== null && !on
              ? <Link to={addressOf('/indicators/records', { source: part.source, key: part.key, area, from: span.from, until: span.until, label: part.label })} aria-label={`${name}：${part.label} ${part.count.toLocaleString('zh-CN')}，查看清单`}>{part.count.toLocaleString('zh-CN')}</Link>
              : <span className="number">{part.count?.toLocaleString('zh-CN') ?? '不足 5'}</span>}
          </li>
        ))}</ul>
      </dd>
    </div>
  )
}
