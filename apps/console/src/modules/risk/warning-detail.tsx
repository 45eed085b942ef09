import { riskKind } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { PageHeader } from '../../parts/page-header.tsx'
import event from '../event/event-page.module.css'
import { ColourTag, StateTag } from './risk-tags.tsx'
import { whyAddress } from './risk-view.ts'
import type { WarningView } from './risk-view.ts'
import { Parts } from './score-panel.tsx'
import { WarningActs } from './warning-acts.tsx'
import { WarningPanel } from './warning-panel.tsx'

/** One warning: why, who is to look by when, and what came of it. */
export const WarningDetail = ({ warning, back }: { warning: WarningView, back: string }) => (
  <>
    <PageHeader title={warning.name} back={{ to: back, words: '风险看板' }} hint={`${riskKind[warning.kind]} · ${warning.areaName}`} beside={<><ColourTag colour={warning.colour} /><StateTag state={warning.state} isOverdue={warning.isOverdue} /></>} />
    <WarningActs warning={warning} />
    <div className={event.columns}>
      <div className={event.column}>
        <section className="panel" aria-labelledby="why">
          <h2 id="why" className="panel-title">预警时的原因</h2>
          <div className="panel-body"><Parts parts={warning.parts} version={warning.version} /></div>
        </section>
      </div>
      <div className={event.column}>
        <WarningPanel warning={warning} />
        <p><Link to={whyAddress({ kind: warning.kind, id: warning.subject })}>看现在的分值和以前的预警</Link></p>
      </div>
    </div>
  </>
)
