import { IdcardOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { useMay } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import { Answer } from '../../parts/states.tsx'
import { householdTitle } from '../find/found.ts'
import housing from '../housing/housing.module.css'
import { labelOf } from '../record/field.ts'
import record from '../record/record.module.css'
import { useCodeWords } from '../record/use-codes.ts'
import { FormHousehold } from './form-household.tsx'

/** On a unit's page and beside the chart: who keeps house together there. */
export function UnitHouseholds({ record: { id, area, name } }: { record: RecordSubject }) {
  const query = useAsk('household', 'list', { area, housing: id, limit: 50 }, { isLogged: true })
  const kinds = useCodeWords('householdKind')
  const mayEdit = useMay('base.edit')
  const [isForming, setForming] = useState(false)
  return (
    <section className="panel" aria-labelledby="households">
      <h2 id="households" className="panel-title">家庭户{query.data && query.data.rows.length > 0 && <span className="faint">{query.data.rows.length} 户</span>}<span className={record.bar}>{mayEdit && <Button size="small" icon={<IdcardOutlined aria-hidden />} onClick={() => setForming(true)}>建户</Button>}</span></h2>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <p className="panel-body faint">住在这里的人还没有编户。</p> : (
          <ul>{rows.map((row) => <li key={row.id} className={housing.person}><Link to={`/household/${row.id}`}>{householdTitle(row)}</Link><span>{row.people} 人</span>{row.kind && <Mark tone="blue">{labelOf(kinds, row.kind)}</Mark>}{row.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}{row.no && <span className="number">户号 {row.no}</span>}</li>)}</ul>
        )}
      </Answer>
      <FormHousehold at={{ housing: id, area, name }} isOpen={isForming} close={() => setForming(false)} />
    </section>
  )
}
