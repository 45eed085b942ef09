import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { WarningDetail } from './warning-detail.tsx'

/** Of somebody who is cared for: every look is written down. */
export default function CareWarningPage() {
  const { id = '' } = useParams()
  const query = useAsk('risk', 'careWarning', { id }, { isLogged: true })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(warning) => <WarningDetail warning={warning} back="/risk?tab=care" />}</Answer>
}
