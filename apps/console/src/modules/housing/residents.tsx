import { PhoneOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { EnterState } from '../person/enter-page.tsx'
import { PersonTags } from '../person/person-tags.tsx'
import { aboutWords } from '../person/person-view.ts'
import type { PersonRow } from '../person/person-view.ts'
import { usePersonFields } from '../person/person.ts'
import record from '../record/record.module.css'
import { RevealValue } from '../record/reveal-value.tsx'
import { useCodes } from '../record/use-codes.ts'
import styles from './housing.module.css'
import type { UnitView } from './unit.ts'

/** Who lives there now, on to their pages, and a call from here: the number is shown whole for a purpose. */
export function Residents({ unit, from }: { unit: UnitView, from: string }) {
  const query = useAsk('person', 'list', { area: unit.area, housing: unit.id, limit: 50 }, { isLogged: true })
  const groups = useCodes('careGroup')
  const navigate = useNavigate()
  const [called, setCalled] = useState<PersonRow>()
  const mayCall = useMay('base.reveal')
  const phone = usePersonFields(unit.area).data?.rows.find(({ name }) => name === 'phone')
  const enter = () => void navigate('/person/new', { state: { at: { housing: unit.id, area: unit.area, name: unit.address }, from: `/housing/${unit.id}` } satisfies EnterState })
  return (
    <section className="panel" aria-labelledby="residents">
      <h2 id="residents" className="panel-title">住在这里{query.data && query.data.rows.length > 0 && <span className="faint">{query.data.rows.length} 人</span>}<span className={record.bar}>{unit.mayEdit && <Button size="small" icon={<UserAddOutlined aria-hidden />} onClick={enter}>登记人口</Button>}</span></h2>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <div style={{ padding: 12 }}><Nothing words="还没有登记住在这里的人" /></div> : (
          <ul>{rows.map((row) => (
            <li key={row.id} className={styles.person}>
              <Link to={`/person/${row.id}`} state={{ from }}>{row.name}</Link><span>{aboutWords(row)}</span><span className="number">{row.phone}</span><span><PersonTags person={row} groups={groups} /></span>
              {mayCall && row.phone && phone && <span className={record.end}><Button size="small" icon={<PhoneOutlined aria-hidden />} aria-label={`给${row.name}打电话`} onClick={() => setCalled(row)}>打电话</Button></span>}
            </li>
          ))}</ul>
        )}
      </Answer>
      {called && <RevealValue kind="person" id={called.id} name={called.name} field={phone} close={() => setCalled(undefined)} />}
    </section>
  )
}
