import { Refusal } from '@linli/client'
import type { Asked, Output } from '@linli/contract'
import { Button } from 'antd'
import { Link } from 'react-router'
import styles from './claim.module.css'

export type Alike = Output<'person', 'alike'>['rows'][number]
export type Who = Pick<Asked<'claim', 'decide'>, 'is' | 'isSomebodyElse'>

/** Whom the server takes somebody for who has moved in; undefined for any other refusal. */
export const alikeIn = (fault: unknown): Alike[] | undefined => fault instanceof Refusal && fault.code === 'base.person-alike' ? fault.problem.details?.people as Alike[] : undefined

/** Nothing is written before it is said who has moved in, or that it is none of those they are like. */
export function WhoIsIt({ alike, isPending, say, back }: { alike: readonly Alike[], isPending: boolean, say: (who: Who) => void, back: () => void }) {
  return (
    <div className={styles.card} role="group" aria-label="可能已经登记过">
      {alike.map(({ id, name, age, address, areaName }) => (
        <div key={id} className={styles.acts}>
          <span><Link to={`/person/${id}`} target="_blank">{name}</Link>　{age !== null && `${age} 岁　`}{address ?? areaName}</span>
          <Button size="small" loading={isPending} aria-label={`是${name}，搬来`} onClick={() => say({ is: { person: id, leavesOthers: true } })}>是这位，搬来</Button>
          <Button size="small" loading={isPending} aria-label={`是${name}，原处还住`} onClick={() => say({ is: { person: id, leavesOthers: false } })}>是这位，原处还住</Button>
        </div>
      ))}
      <div className={styles.acts}>
        <Button size="small" type="primary" loading={isPending} onClick={() => say({ isSomebodyElse: alike.map(({ id }) => id) })}>都不是，登记为另一人</Button>
        <Button size="small" type="link" onClick={back}>返回</Button>
      </div>
    </div>
  )
}
