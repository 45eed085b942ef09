import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Fault } from '../../parts/states.tsx'
import housing from '../housing/housing.module.css'
import { labelOf } from '../record/field.ts'
import { useCodes } from '../record/use-codes.ts'

/** On a unit's or a building's page: lifts, hydrants, charging points there; nothing where there are none. */
export function PlaceThings({ record: { kind, id, area } }: { record: RecordSubject }) {
  const query = useAsk('thing', 'list', { area, ...(kind === 'housing' && { housing: id }), limit: 50 })
  const [kinds, states] = [useCodes('thingKind'), useCodes('thingState')]
  const rows = query.data?.rows ?? []
  if (rows.length === 0 && !query.error) return null
  return (
    <section className="panel" aria-labelledby="things">
      <h2 id="things" className="panel-title">物与部件{rows.length > 0 && <span className="faint">{rows.length} 件{query.data?.next && '以上'}</span>}</h2>
      {query.error ? <Fault fault={query.error} again={() => void query.refetch()} isSmall /> : (
        <ul>{rows.map((row) => <li key={row.id} className={housing.person}><Link to={`/thing/${row.id}`}>{row.name}</Link><span>{labelOf(kinds, row.kind)}</span>{row.state && <Mark>{labelOf(states, row.state)}</Mark>}</li>)}</ul>
      )}
    </section>
  )
}
