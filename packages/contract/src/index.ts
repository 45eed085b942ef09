import type * as z from 'zod'
import { account } from './account.ts'
import { audit } from './audit.ts'
import { bookmark } from './bookmark.ts'
import { calendar } from './calendar.ts'
import { desk } from './desk.ts'
import { dictionary } from './dictionary.ts'
import { event } from './event.ts'
import { find } from './find.ts'
import { governance } from './governance.ts'
import { housing } from './housing.ts'
import { identity } from './identity.ts'
import { insight } from './insight.ts'
import { intake } from './intake.ts'
import type { Endpoint } from './kit.ts'
import { ledger } from './ledger.ts'
import { link } from './link.ts'
import { matter } from './matter.ts'
import { notice } from './notice.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { processing } from './processing.ts'
import { quality } from './quality.ts'
import { reply } from './reply.ts'
import { retention } from './retention.ts'
import { rights } from './rights.ts'
import { routing } from './routing.ts'
import { system } from './system.ts'
import { transfer } from './transfer.ts'
import { twin } from './twin.ts'
import { whistle } from './whistle.ts'

/** Everything that may be asked: module → endpoint. */
export const contract = { identity, account, organisation, matter, calendar, dictionary, bookmark, reply, housing, person, twin, transfer, find, quality, ledger, intake, routing, event, link, whistle, notice, insight, governance, desk, processing, rights, retention, audit, system }

export type Contract = typeof contract
export type ModuleName = keyof Contract
export type EndpointName<M extends ModuleName> = keyof Contract[M] & string
type Of<M extends ModuleName, E extends EndpointName<M>> = Contract[M][E] extends Endpoint<infer I, infer O> ? { input: I, output: O } : never

/** What the caller writes (defaults may be left out). */
export type Asked<M extends ModuleName, E extends EndpointName<M>> = z.input<Of<M, E>['input']>
/** What the action gets (defaults filled in). */
export type Input<M extends ModuleName, E extends EndpointName<M>> = z.output<Of<M, E>['input']>
/** What is answered. */
export type Output<M extends ModuleName, E extends EndpointName<M>> = z.output<Of<M, E>['output']>

export * from './kit.ts'
export * from './problems.ts'
export * from './words/index.ts'
export { account, audit, bookmark, calendar, desk, dictionary, event, find, governance, housing, identity, insight, ledger, intake, link, matter, notice, organisation, person, processing, quality, reply, retention, rights, routing, system, transfer, twin, whistle }
export { AccountView, DeputyView, ResidentAccountView, RoleView } from './account.ts'
export { JournalView } from './audit.ts'
export { CalendarView } from './calendar.ts'
export { ClusterView, ForeseenView, mostAtOnce, stepHindrance } from './desk.ts'
export { CodeEntryView, CodeTableView } from './dictionary.ts'
export { EventView, MyEventView, PhotoView, StageView, Take, TraceView } from './event.ts'
export { FileView, maxPhotoBytes } from './file.ts'
export { GovernanceTake, GovernanceView } from './governance.ts'
export { Me, Phone, PostView, SessionView } from './identity.ts'
export { FrozenMonth } from './insight.ts'
export { LedgerColumn, LedgerConditions, LedgerDraft, LedgerExportView, LedgerItem, LedgerMonthView, LedgerTest, LedgerView } from './ledger.ts'
export { LinkView } from './link.ts'
export { Limit, MatterHint, MatterView, SpecialLimit } from './matter.ts'
export { NoticeView } from './notice.ts'
export { AreaView, Shape, UnitView } from './organisation.ts'
export { ClaimView, FieldView, RevisionView } from './base.ts'
export { HousingRow, HousingView, mostUnits } from './housing.ts'
export { IntakeLook, IntakeRow, IntakeView, mostIntakeBytes, mostIntakeColumns, mostIntakeRows } from './intake.ts'
export { AlikeView, ComparedField, PersonRow, PersonView } from './person.ts'
export { ProcessingView } from './processing.ts'
export { MyRightsView, RightsView } from './rights.ts'
export { HoldView } from './retention.ts'
export { FlawView, mostMended } from './quality.ts'
export { OfferView, ReplyView } from './reply.ts'
export { RoutingRuleView, RoutingVersionView } from './routing.ts'
export { DeadJobView } from './system.ts'
export { TwinSide, TwinView } from './twin.ts'
export { CallView, WhistleTake, WhistleView } from './whistle.ts'
