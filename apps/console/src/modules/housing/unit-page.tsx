import { useLocation, useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { useOpenedRecord } from '../find/recent.ts'
import { PutTags } from '../tag/put-tags.tsx'
import { UnitRecord } from './unit-record.tsx'
import type { UnitView } from './unit.ts'

export default function UnitPage() {
  const { id = '' } = useParams()
  const query = useAsk('housing', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(unit) => <Page key={unit.id} unit={unit} />}</Answer>
}

function Page({ unit }: { unit: UnitView }) {
  const { pathname } = useLocation()
  useOpenedRecord({ kind: 'housing', id: unit.id, title: unit.address, about: unit.areaName })
  return (
    <>
      <PageHeader title={unit.address} back={{ to: `/housing?area=${encodeURIComponent(unit.area)}`, words: '户室图' }} beside={unit.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}
        actions={unit.mayEdit && <PutTags kind="housing" id={unit.id} area={unit.area} name={unit.address} tags={unit.tags} />} hint={`${unit.areaName} · ${whenWords(unit.checkedAt)} 核对`} />
      <UnitRecord id={unit.id} from={pathname} />
    </>
  )
}
