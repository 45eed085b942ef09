import type { Permission } from '@linli/contract'
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import type { RecordPart } from './record-part.tsx'
import type { SelectionAct } from './selection-act.tsx'

export const menuGroup = { work: '办理', base: '底数', office: '设置', people: '人员与权限', watch: '审计与运行' } as const

export interface MenuItem {
  to: string
  title: string
  icon: ComponentType
  group: keyof typeof menuGroup
  /** Shown only to those who hold it, or one of several; the server decides all the same. */
  may: Permission | readonly Permission[]
  /** How many wait there. */
  Count?: ComponentType
}

/** What a module puts into the console: its pages, its places in the menu, its parts of records' pages, and what it does with what was chosen on the map. */
export interface Section { routes: RouteObject[], menu: MenuItem[], parts?: RecordPart[], acts?: SelectionAct[] }

/** Said by a route about itself, so that the gate can refuse in words before the page asks. */
export interface RouteHandle { may?: Permission }

/** Only a path within this console: what a link says must not lead elsewhere after signing in. */
export const safePath = (text: string | null): string => text && /^\/(?![/\\])/.test(text) && !text.startsWith('/sign-in') ? text : '/'
