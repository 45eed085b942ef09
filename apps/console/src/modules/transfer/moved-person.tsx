import { Link } from 'react-router'
import { useMe } from '../../kernel/session.ts'
import { whoWords } from './transfer-view.ts'
import type { TransferRow } from './transfer-view.ts'

/** Who moves, with the way to their page as long as it is still here: what has gone over belongs to the other community. */
export function MovedPerson({ row }: { row: TransferRow }) {
  const me = useMe()
  if (!row.person) return <span className="faint">{whoWords(row)}</span>
  const isHere = row.status !== 'done' || me.may['base.view']?.some((area) => row.to.area.startsWith(area))
  return isHere ? <Link data-row-link to={`/person/${row.person.id}`}>{row.person.name}</Link> : <span>{row.person.name}</span>
}
