import { after, afterEach, before } from 'node:test'
import { attendance } from './attend.ts'
import { building } from './building.ts'
import { bulk } from './bulk.ts'
import { closedLoop } from './closed-loop.ts'
import { deskByKeyboard } from './desk-by-keyboard.ts'
import { nobodyTwice, typing } from './entry.ts'
import { household } from './household.ts'
import { statistics } from './insight.ts'
import { fieldwork } from './field.ts'
import { intake } from './intake.ts'
import { knowledge } from './knowledge.ts'
import { ledgers } from './ledger.ts'
import { organisations } from './organisations.ts'
import { pages } from './pages.ts'
import { oneTimeLinks } from './link.ts'
import { lists } from './lists.ts'
import { quality, qualityByCommunity, twins } from './quality.ts'
import { replies } from './reply.ts'
import { reception } from './reception.ts'
import { residents } from './residents.ts'
import { rights } from './rights.ts'
import { routing } from './routing.ts'
import { whistles } from './whistle.ts'
import { notices } from './notice.ts'
import { sandtable } from './sandtable.ts'
import { supervision } from './supervise.ts'
import { openWorld, type World } from './world.ts'

// One platform and one browser for all stories.
let world: World
before(async () => { world = await openWorld() })
afterEach(() => world.closeWindows())
after(() => world.close())

closedLoop(() => world)
whistles(() => world)
oneTimeLinks(() => world)
notices(() => world)
supervision(() => world)
deskByKeyboard(() => world)
bulk(() => world)
sandtable(() => world)
replies(() => world)
routing(() => world)
statistics(() => world)
fieldwork(() => world)
typing(() => world)
nobodyTwice(() => world)
household(() => world)
organisations(() => world)
building(() => world)
intake(() => world)
residents(() => world)
reception(() => world)
attendance(() => world)
rights(() => world)
ledgers(() => world)
knowledge(() => world)
lists(() => world)
quality(() => world)
qualityByCommunity(() => world)
twins(() => world)
pages(() => world)
