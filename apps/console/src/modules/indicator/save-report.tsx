import { Link } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { addressOf } from './use-place.ts'

/** What is shown becomes a part of a report that comes round. */
export function SaveReport({ area, part }: { area: string, part: Readonly<Record<string, unknown>> }) {
  if (!useMay('bulletin.make')) return null
  return <Link to={addressOf('/bulletin/make', { area, part: JSON.stringify(part) })} style={{ alignSelf: 'center' }}>存为报表</Link>
}
