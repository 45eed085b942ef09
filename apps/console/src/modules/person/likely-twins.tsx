import type { Asked } from '@linli/contract'
import { twinReason } from '@linli/contract/words/index'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePause } from '../../parts/use-pause.ts'
import { useToday } from '../../parts/use-today.ts'
import type { Alike } from './alike.tsx'
import { AlreadyThere } from './already-there.tsx'
import { askedOf } from './identity.ts'
import { aboutWords, homeWords } from './person-view.ts'
import type { PersonRow } from './person-view.ts'
import styles from './person.module.css'

export interface Apart {
  /** Whom somebody said it is not. */
  ids: readonly string[]
  tell: (ids: readonly string[]) => void
}

interface LikelyTwinsProps { written: Record<string, unknown>, at: Asked<'person', 'alike'>['at'] | undefined, apart: Apart, /** Asks the community that keeps the number. */ ask?: () => void }

/** While somebody is entered: who it may be, asked of the server by what will be compared when it is sent. Each may be opened or said to be somebody else. */
export function LikelyTwins({ written, at, apart, ask }: LikelyTwinsProps) {
  const asked = usePause(JSON.stringify(askedOf(written, useToday())), 400)
  const isWanted = asked !== '{}' && at !== undefined
  const { data } = useAsk('person', 'alike', { ...JSON.parse(asked) as object, at: at ?? { area: '/' } }, { isWanted, isLogged: true, freshMs: 60_000, keepsLast: true })
  if (!isWanted || !data) return null
  return (
    <>
      {data.same && <Alert type="error" showIcon role="status" className={styles.there} title={<span className={styles.found}><strong>证件号码已登记：</strong><Whom one={data.same} /></span>} />}
      {data.elsewhere && <Alert type="warning" showIcon role="status" className={styles.there} title={`这个证件号码已在${data.elsewhere}登记`} action={ask && <Button size="small" type="primary" onClick={ask}>申请迁入</Button>} />}
      <Twins people={data.rows} apart={apart} />
      {/* What only sounds the same is said where nothing better is known. */}
      {!data.same && data.rows.every(({ id }) => apart.ids.includes(id)) && <AlreadyThere written={{ phone: written.phone, name: written.name }} without={data.rows.map(({ id }) => id)} />}
    </>
  )
}

/** Who it may be, and why; those who are told apart are gone. */
export function Twins({ people, apart }: { people: readonly Alike[], apart: Apart }) {
  const rows = people.filter(({ id }) => !apart.ids.includes(id))
  if (rows.length === 0) return null
  return (
    <Alert type="warning" showIcon role="status" className={styles.there} title={(
      <>
        <div className={styles.found}><strong>可能已经登记过，请核对：</strong>{rows.length > 1 && <Button size="small" onClick={() => apart.tell(rows.map(({ id }) => id))}>都不是同一人，仍要登记</Button>}</div>
        <ul>{rows.map((one) => <li key={one.id} className={styles.found}><Whom one={one} /><span className="faint">相同：{one.reasons.map((reason) => twinReason[reason]).join('、')}</span><Button size="small" aria-label={`${one.name}不是同一人`} onClick={() => apart.tell([one.id])}>不是同一人</Button></li>)}</ul>
      </>
    )} />
  )
}

const Whom = ({ one }: { one: PersonRow }) => <><Link to={`/person/${one.id}`} target="_blank" title="在新窗口打开档案">{one.name}</Link><span>{aboutWords(one)}</span><span className="number">{one.number ?? one.phone}</span><span>{homeWords(one)}</span></>
