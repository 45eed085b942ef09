import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { Mark } from '../../parts/mark.tsx'
import { householdTitle } from '../find/found.ts'
import { aboutWords } from '../person/person-view.ts'
import record from '../record/record.module.css'

/** Nobody keeps house in more places than these. */
const mostHomes = 2

/** On a person's page: with whom they keep house. */
export function PersonHouseholds({ record: { id } }: { record: RecordSubject }) {
  // The page has just asked this: no look is made for it, and none written down.
  const { data } = useAsk('person', 'get', { id }, { isLogged: true, freshMs: Infinity })
  const homes = (data?.residencies ?? []).filter(({ until, housing }) => until === null && housing !== null).slice(0, mostHomes)
  return homes.map(({ id: residency, housing, area }) => <AtHome key={residency} person={id} housing={housing!} area={area} />)
}

function AtHome({ person, housing, area }: { person: string, housing: string, area: string }) {
  const { data } = useAsk('household', 'list', { area, housing, limit: 5 }, { isLogged: true })
  return data?.rows.map((row) => <OneHousehold key={row.id} id={row.id} person={person} />)
}

/** Drawn only where the person is in it: a unit may hold several. */
function OneHousehold({ id, person }: { id: string, person: string }) {
  const { data } = useAsk('household', 'get', { id }, { isLogged: true })
  if (!data?.members.some((member) => member.person === person)) return null
  return (
    <section className="panel" aria-label={`${householdTitle(data)}`}>
      <h2 className="panel-title">家庭户<span className={record.bar}><Link to={`/household/${id}`}>{householdTitle(data)}</Link></span></h2>
      <ul>
        {data.members.map((one) => (
          <li key={one.residency} className={record.row}>
            <div className={record.head}>{one.person === person ? <strong>{one.name}</strong> : <Link to={`/person/${one.person}`}>{one.name}</Link>}<span>{aboutWords(one)}</span>{one.isHead && <Mark tone="blue">户主</Mark>}<span className={`number ${record.end}`}>{one.phone}</span></div>
          </li>
        ))}
      </ul>
    </section>
  )
}
