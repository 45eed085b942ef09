import { after, before } from 'node:test'
import { bulk } from './bulk.ts'
import { closedLoop } from './closed-loop.ts'
import { deskByKeyboard } from './desk-by-keyboard.ts'
import { fieldwork } from './field.ts'
import { pages } from './pages.ts'
import { whistles } from './whistle.ts'
import { notices } from './notice.ts'
import { openWorld, type World } from './world.ts'

// One platform and one browser for all stories.
let world: World
before(async () => { world = await openWorld() })
after(() => world.close())

closedLoop(() => world)
whistles(() => world)
notices(() => world)
deskByKeyboard(() => world)
bulk(() => world)
fieldwork(() => world)
pages(() => world)
