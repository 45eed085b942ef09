import { HomeOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Mark } from '../../parts/mark.tsx'
import { labelOf } from '../record/field.ts'
import record from '../record/record.module.css'
import { useCodeWords } from '../record/use-codes.ts'
import { MoveIn } from './move-in.tsx'
import { MoveOut } from './move-out.tsx'
import type { PersonView, Residency } from './person-view.ts'

/** Where somebody lives and lived, and the moves. */
export function ResidencyPanel({ person }: { person: PersonView }) {
  const [isIn, setIn] = useState(false)
  const [leaving, setLeaving] = useState<Residency>()
  const present = person.residencies.filter(({ until }) => until === null)
  const past = person.residencies.filter(({ until }) => until !== null)
  return (
    <section className="panel" aria-labelledby="residencies">
      <h2 id="residencies" className="panel-title">居住<span className={record.bar}>{person.mayEdit && <Button size="small" icon={<HomeOutlined aria-hidden />} onClick={() => setIn(true)}>{present.length > 0 ? '迁入、增加住处' : '重新迁入'}</Button>}</span></h2>
      <ul>
        {present.map((one) => <Place key={one.id} residency={one} isOnly={present.length === 1} leave={person.mayEdit ? () => setLeaving(one) : undefined} />)}
        {past.map((one) => <Place key={one.id} residency={one} isOnly />)}
      </ul>
      <MoveIn person={person} isOpen={isIn} close={() => setIn(false)} hasHome={present.length > 0} />
      <MoveOut person={person} residency={leaving} isLast={present.length === 1} close={() => setLeaving(undefined)} />
    </section>
  )
}

interface PlaceProps { residency: Residency, isOnly: boolean, leave?: () => void }

function Place({ residency: { address, area, areaName, housing, role, since, until, leaveReason, isMain }, isOnly, leave }: PlaceProps) {
  const [roles, reasons] = [useCodeWords('residencyRole'), useCodeWords('leaveReason')]
  const name = address ?? areaName
  return (
    <li className={until === null ? record.row : `${record.row} ${record.past}`}>
      <div className={record.head}>
        {housing ? <Link to={`/housing/${housing}`}>{name}</Link> : <Link to={`/person?area=${encodeURIComponent(area)}`}>{name}</Link>}
        <Mark tone={until === null ? 'blue' : 'plain'}>{labelOf(roles, role)}</Mark>
        {until === null && isMain && !isOnly && <Mark>主要住处</Mark>}
        {leave && <span className={record.end}><Button size="small" aria-label={`从${name}迁出`} onClick={leave}>迁出</Button></span>}
      </div>
      <p className={record.when}>{until === null ? `${since ? `${since} 起` : '入住日期未登记'}` : `${since ?? '…'} 至 ${until} · ${labelOf(reasons, leaveReason)}`}{address && ` · ${areaName}`}</p>
    </li>
  )
}
