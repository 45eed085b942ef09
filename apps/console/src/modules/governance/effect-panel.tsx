import { dayOf } from '@linli/standards/day'
import { dayWords } from '../../parts/when.ts'
import { changeWords } from './governance-view.ts'
import type { GovernanceView } from './governance-view.ts'
import styles from './governance.module.css'

type Effect = NonNullable<GovernanceView['effect']>

/** Both times to their last day. */
const days = ({ from, until }: Effect['before'] | Effect['after']) => `${dayWords(dayOf(new Date(from)))}至${dayWords(dayOf(new Date(Date.parse(until) - 1)))}`

/** Whether it helped: as many days before and after, with the formula. */
export const EffectPanel = ({ effect, isClosed }: { effect: Effect, isClosed: boolean }) => (
  <section className="panel" aria-labelledby="effect">
    <h2 id="effect" className="panel-title">治理效果</h2>
    <div className="panel-body">
      <dl className={styles.effect}>
        <div><dt>立项前 {effect.days} 天</dt><dd>{effect.before.count}</dd><dd className={styles.small}>{days(effect.before)}</dd></div>
        <div><dt>完成后 {effect.days} 天{!effect.after.isOver && !isClosed && '（至今）'}</dt><dd>{effect.after.count}</dd><dd className={styles.small}>{days(effect.after)}</dd></div>
        <div><dt>变化</dt><dd>{effect.after.isOver || isClosed ? changeWords(effect.change) : '观察未满'}</dd>{!effect.after.isOver && !isClosed && <dd className={styles.small}>到今天{changeWords(effect.change)}</dd>}</div>
      </dl>
      <p className={styles.formula}>{effect.formula}。口径 v{effect.version}{isClosed && '，闭环时存下，不再更改'}</p>
    </div>
  </section>
)
