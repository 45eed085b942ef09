import { contract, type Endpoint } from '@linli/contract'
import type { AnyModule } from './kernel/module.ts'
import { account } from './modules/account/index.ts'
import { atlas } from './modules/atlas/index.ts'
import { attend } from './modules/attend/index.ts'
import { audit } from './modules/audit/index.ts'
import { board } from './modules/board/index.ts'
import { bookmark } from './modules/bookmark/index.ts'
import { building } from './modules/building/index.ts'
import { bulletin } from './modules/bulletin/index.ts'
import { calendar } from './modules/calendar/index.ts'
import { dictionary } from './modules/dictionary/index.ts'
import { claim } from './modules/claim/index.ts'
import { concern } from './modules/concern/index.ts'
import { desk } from './modules/desk/index.ts'
import { document } from './modules/document/index.ts'
import { doorstep } from './modules/doorstep/index.ts'
import { duty } from './modules/duty/index.ts'
import { enterprise } from './modules/enterprise/index.ts'
import { event } from './modules/event/index.ts'
import { field } from './modules/field/index.ts'
import { find } from './modules/find/index.ts'
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
import { link } from './modules/link/index.ts'
import { logbook } from './modules/logbook/index.ts'
import { mapping } from './modules/mapping/index.ts'
import { matter } from './modules/matter/index.ts'
import { notice } from './modules/notice/index.ts'
import { organisation } from './modules/organisation/index.ts'
import { person } from './modules/person/index.ts'
import { presence } from './modules/presence/index.ts'
import { processing } from './modules/processing/index.ts'
import { quality } from './modules/quality/index.ts'
import { reception } from './modules/reception/index.ts'
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
import { zoning } from './modules/zoning/index.ts'

/** The table of contents. */
export const modules: AnyModule[] = [identity, account, organisation, atlas, zoning, mapping, matter, calendar, dictionary, bookmark, duty, reply, housing, building, person, twin, transfer, household, relation, enterprise, thing, document, field, tag, special, claim, doorstep, find, quality, logbook, ledger, intake, routing, event, concern, link, whistle, notice, reception, indicator, bulletin, insight, governance, risk, desk, knowledge, attend, learning, board, presence, sandtable, processing, rights, retention, audit, system]

/** What each module says it holds of somebody. */
export const holders = modules.flatMap(({ holds }) => holds ?? [])

/** Every journal name in the office's words: what the modules record, photos, and looks at what is sensitive. */
export const words: ReadonlyMap<string, string> = new Map([
  ...Object.entries(contract).flatMap(([module, endpoints]) => Object.entries(endpoints as Record<string, Endpoint>)
    .filter(([, { sensitive }]) => sensitive).map(([name, { title }]): [string, string] => [`${module}.${name}.looked`, `查看：${title}`])),
  ['photo.uploaded', '上传照片'],
  ...modules.flatMap((module) => Object.entries(module.words)),
])
