import { after, afterEach, before } from 'node:test'
import { attendance } from './attend.ts'
import { atlas } from './atlas.ts'
import { building } from './building.ts'
import { nobodyTwice, typing } from './entry.ts'
import { household } from './household.ts'
import { intake } from './intake.ts'
import { knowledge } from './knowledge.ts'
import { ledgers } from './ledger.ts'
import { organisations } from './organisations.ts'
import { pages } from './pages.ts'
import { lists } from './lists.ts'
import { quality, qualityByCommunity, twins } from './quality.ts'
import { reception } from './reception.ts'
import { residents } from './residents.ts'
import { rights } from './rights.ts'
import { openWorld, type World } from './world.ts'

// The base, those who ask, and every page: one browser for all stories.
let world: World
before(async () => { world = await openWorld() })
afterEach(() => world.closeWindows())
after(() => world.close())

typing(() => world)
nobodyTwice(() => world)
household(() => world)
organisations(() => world)
building(() => world)
atlas(() => world)
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
