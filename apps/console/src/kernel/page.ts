import type { Permission } from '@linli/contract'
import type { ComponentType } from 'react'
import type { RouteObject } from 'react-router'
import type { RouteHandle } from './section.ts'

/** One page that is fetched when it is first opened. */
export const page = (path: string, load: () => Promise<{ default: ComponentType }>, may?: Permission): RouteObject => ({
  path,
  lazy: async () => ({ Component: (await load()).default }),
  handle: { may } satisfies RouteHandle,
})
