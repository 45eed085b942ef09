import type { AnyModule } from './kernel/module.ts'
import { calendar } from './modules/calendar/index.ts'
import { organisation } from './modules/organisation/index.ts'

/** The table of contents. */
export const modules: AnyModule[] = [organisation, calendar]
