import { after, afterEach, before } from 'node:test'
import { bulk } from './bulk.ts'
import { bulletins } from './bulletin.ts'
import { closedLoop } from './closed-loop.ts'
import { commandScreen } from './command.ts'
import { deskByKeyboard } from './desk-by-keyboard.ts'
import { statistics } from './insight.ts'
import { fieldwork } from './field.ts'
import { oneTimeLinks } from './link.ts'
import { replies } from './reply.ts'
import { risks } from './risk.ts'
import { routing } from './routing.ts'
import { whistles } from './whistle.ts'
import { notices } from './notice.ts'
import { sandtable } from './sandtable.ts'
import { supervision } from './supervise.ts'
import { openWorld, type World } from './world.ts'

// What is reported, until it is answered, and the figures of it: one browser for all stories.
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
commandScreen(() => world)
replies(() => world)
routing(() => world)
statistics(() => world)
bulletins(() => world)
risks(() => world)
fieldwork(() => world)
