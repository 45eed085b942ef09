import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer, Waiting } from '../../parts/states.tsx'
import { WarningDetail } from './warning-detail.tsx'

export default function WarningPage() {
  const { id = '' } = useParams()
  const query = useAsk('risk', 'warning', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(warning) => <WarningDetail warning={warning} back="/risk?tab=warning" />}</Answer>
}
