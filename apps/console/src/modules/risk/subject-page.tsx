import { careKinds, isCare, placeKinds, riskKind } from '@linli/contract/words/index'
import type { RiskKind } from '@linli/contract/words/index'
import { Link, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, NotFound, Waiting } from '../../parts/states.tsx'
import event from '../event/event-page.module.css'
import { ColourTag } from './risk-tags.tsx'
import { recordAddress } from './risk-view.ts'
import type { Whole } from './risk-view.ts'
import { DaysPanel, ScorePanel } from './score-panel.tsx'
import { WarningsOf } from './warning-panel.tsx'

/** Why something has its colour, how it came to it, and what was done. */
export default function SubjectPage() {
  const [params] = useSearchParams()
  const [kind, id] = [params.get('kind'), params.get('id') ?? '']
  const place = placeKinds.find((one) => one === kind)
  const care = careKinds.find((one) => one === kind)
  return place ? <OfPlace kind={place} id={id} /> : care ? <OfCare kind={care} id={id} /> : <NotFound />
}

function OfPlace({ kind, id }: { kind: (typeof placeKinds)[number], id: string }) {
  return <Answer query={useAsk('risk', 'subject', { kind, id })} waiting={<Waiting isWhole />}>{(whole) => <Shown whole={whole} />}</Answer>
}

function OfCare({ kind, id }: { kind: (typeof careKinds)[number], id: string }) {
  return <Answer query={useAsk('risk', 'careSubject', { kind, id }, { isLogged: true })} waiting={<Waiting isWhole />}>{(whole) => <Shown whole={whole} />}</Answer>
}

const back = (kind: RiskKind) => ({ to: isCare(kind) ? '/risk?tab=care' : '/risk?tab=list', words: '风险看板' })

function Shown({ whole }: { whole: Whole }) {
  const to = recordAddress(whole)
  return (
    <>
      <PageHeader title={whole.name} back={back(whole.kind)} hint={`${riskKind[whole.kind]} · ${whole.areaName}${isCare(whole.kind) ? ' · 本次查看已留下记录' : ''}`} beside={<ColourTag colour={whole.colour} words={`${whole.score} 分`} />} actions={to && <Link to={to}>打开档案</Link>} />
      <div className={event.columns}>
        <div className={event.column}><ScorePanel whole={whole} /></div>
        <div className={event.column}><WarningsOf warnings={whole.warnings} /><DaysPanel days={whole.days} /></div>
      </div>
    </>
  )
}
