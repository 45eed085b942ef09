import { lazy } from 'react'
import { createBrowserRouter } from 'react-router'
import { Gate } from './kernel/gate.tsx'
import { PageFault } from './kernel/page-fault.tsx'
import { RecordPartsContext } from './kernel/record-part.tsx'
import { SelectionActsContext } from './kernel/selection-act.tsx'
import type { Section } from './kernel/section.ts'
import { NotFound } from './parts/states.tsx'
import { account } from './modules/account/index.ts'
import { attend } from './modules/attend/index.ts'
import { audit } from './modules/audit/index.ts'
import { board } from './modules/board/index.ts'
import { calendar } from './modules/calendar/index.ts'
import { bulletin } from './modules/bulletin/index.ts'
import { claim } from './modules/claim/index.ts'
import { command } from './modules/command/index.ts'
import { concern } from './modules/concern/index.ts'
import { desk } from './modules/desk/index.ts'
import { dictionary } from './modules/dictionary/index.ts'
import { document } from './modules/document/index.ts'
import { duty } from './modules/duty/index.ts'
import { enterprise } from './modules/enterprise/index.ts'
import { entry } from './modules/entry/index.ts'
import { event } from './modules/event/index.ts'
import { field } from './modules/field/index.ts'
import { FindBox } from './modules/find/find-box.tsx'
import { governance } from './modules/governance/index.ts'
import { household } from './modules/household/index.ts'
import { housing } from './modules/housing/index.ts'
import { identity } from './modules/identity/index.ts'
import { indicator } from './modules/indicator/index.ts'
import { insight } from './modules/insight/index.ts'
import { intake } from './modules/intake/index.ts'
import { knowledge } from './modules/knowledge/index.ts'
import { learning } from './modules/learning/index.ts'
import { ledger } from './modules/ledger/index.ts'
import { logbook } from './modules/logbook/index.ts'
import { mapping } from './modules/mapping/index.ts'
import { matter } from './modules/matter/index.ts'
import { notice } from './modules/notice/index.ts'
import { NoticeBell } from './modules/notice/notice-bell.tsx'
import { organisation } from './modules/organisation/index.ts'
import { person } from './modules/person/index.ts'
import { processing } from './modules/processing/index.ts'
import { quality } from './modules/quality/index.ts'
import { relation } from './modules/relation/index.ts'
import { reply } from './modules/reply/index.ts'
import { retention } from './modules/retention/index.ts'
import { rights } from './modules/rights/index.ts'
import { risk } from './modules/risk/index.ts'
import { routing } from './modules/routing/index.ts'
import { sandtable } from './modules/sandtable/index.ts'
import { special } from './modules/special/index.ts'
import { system } from './modules/system/index.ts'
import { tag } from './modules/tag/index.ts'
import { thing } from './modules/thing/index.ts'
import { transfer } from './modules/transfer/index.ts'
import { twin } from './modules/twin/index.ts'
import { whistle } from './modules/whistle/index.ts'

const FirstPassword = lazy(() => import('./modules/identity/first-password.tsx'))
const SignInAgain = lazy(() => import('./modules/identity/sign-in-again.tsx'))

/** The table of contents: the order is the menu's. */
const sections: Section[] = [event, desk, sandtable, command, indicator, bulletin, insight, governance, risk, attend, knowledge, learning, board, duty, notice, whistle, rights, person, housing, household, enterprise, thing, relation, concern, document, ledger, logbook, entry, intake, twin, quality, claim, transfer, organisation, mapping, matter, reply, routing, calendar, dictionary, field, tag, special, account, processing, retention, audit, system, identity]

export const router = createBrowserRouter([
  { path: '/sign-in', lazy: async () => ({ Component: (await import('./modules/identity/sign-in-page.tsx')).default }), errorElement: <PageFault isWhole />, hydrateFallbackElement: <></> },
  {
    element: (
      <RecordPartsContext value={sections.flatMap((section) => section.parts ?? [])}>
        <SelectionActsContext value={sections.flatMap((section) => section.acts ?? [])}>
          <Gate menu={sections.flatMap((section) => section.menu)} Find={FindBox} Bell={NoticeBell} FirstPassword={FirstPassword} SignInAgain={SignInAgain} />
        </SelectionActsContext>
      </RecordPartsContext>
    ),
    errorElement: <PageFault isWhole />,
    hydrateFallbackElement: <></>,
    children: [{ errorElement: <PageFault />, children: [...sections.flatMap((section) => section.routes), { path: '*', element: <NotFound /> }] }],
  },
])
