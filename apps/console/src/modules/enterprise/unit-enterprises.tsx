import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { useMay } from '../../kernel/session.ts'
import { Fault } from '../../parts/states.tsx'
import housing from '../housing/housing.module.css'
import type { EnterState } from '../person/enter-page.tsx'
import record from '../record/record.module.css'
import { labelOf } from '../record/field.ts'
import { EnterpriseTags, useEnterpriseCodes } from './enterprise-columns.tsx'

/** On a unit's or a building's page: who does business there. */
export function UnitEnterprises({ record: { kind, id, area, name } }: { record: RecordSubject }) {
  const query = useAsk('enterprise', 'list', { area, ...(kind === 'housing' && { housing: id }), limit: 50 }, { isLogged: true })
  const codes = useEnterpriseCodes()
  const navigate = useNavigate()
  const mayEdit = useMay('base.edit')
  const enter = () => void navigate('/enterprise/new', { state: { at: { ...(kind === 'housing' && { housing: id }), area, name }, from: kind === 'housing' ? `/housing/${id}` : `/housing?area=${encodeURIComponent(area)}` } satisfies EnterState })
  if (!query.data && !query.error) return null
  const rows = query.data?.rows ?? []
  return (
    <section className="panel" aria-labelledby="enterprises">
      <h2 id="enterprises" className="panel-title">企业组织{rows.length > 0 && <span className="faint">{rows.length} 家{query.data?.next && '以上'}</span>}<span className={record.bar}>{mayEdit && <Button size="small" icon={<PlusOutlined aria-hidden />} onClick={enter}>登记企业组织</Button>}</span></h2>
      {query.error ? <Fault fault={query.error} again={() => void query.refetch()} isSmall /> : rows.length === 0 ? <p className="panel-body faint">这里没有登记企业组织。</p> : (
        <ul>{rows.map((row) => <li key={row.id} className={housing.person}><Link to={`/enterprise/${row.id}`}>{row.name}</Link><span>{labelOf(codes.industries, row.industry)}</span><span className="number">{row.phone}</span><span><EnterpriseTags row={row} codes={codes} /></span></li>)}</ul>
      )}
    </section>
  )
}
