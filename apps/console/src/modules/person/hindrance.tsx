import type { Refusal } from '@linli/client'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import styles from './person.module.css'

/** Refusals that can be acted upon from the form. */
export const hindrances: readonly string[] = ['base.person-exists', 'base.person-elsewhere', 'base.changed']

interface HindranceProps { fault: Refusal, /** Asks the community that keeps the person. */ ask?: () => void, /** Shows what somebody else has changed since. */ reload?: () => void }

/** Somebody with this number is there already, here or in a community that has to be asked; or somebody else was faster. */
export function Hindrance({ fault, ask, reload }: HindranceProps) {
  const person = fault.problem.details?.person
  const action = fault.code === 'base.person-exists' && typeof person === 'string' ? <Link to={`/person/${person}`}>打开档案</Link>
    : fault.code === 'base.person-elsewhere' && ask ? <Button size="small" type="primary" onClick={ask}>申请迁入</Button>
      : fault.code === 'base.changed' && reload ? <Button size="small" onClick={reload}>放弃本次填写，看最新内容</Button> : undefined
  return <Alert type={fault.code === 'base.person-exists' ? 'error' : 'warning'} showIcon role="alert" className={styles.there} title={fault.message} action={action} />
}
