import { Suspense, useEffect } from 'react'
import type { ComponentType } from 'react'
import { Navigate, Outlet, ScrollRestoration, useLocation, useMatches } from 'react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Fault, NoPermission, Waiting } from '../parts/states.tsx'
import { Layout } from './layout.tsx'
import { listen } from './realtime.ts'
import type { MenuItem, RouteHandle } from './section.ts'
import { holds, useSession } from './session.ts'
import type { Person } from './session.ts'

type Named = ComponentType<{ name: string }>

/** What is shown instead of a page, over it or in the header comes from modules; the gate only knows when. */
interface GateProps { menu: MenuItem[], Find: ComponentType, Bell: ComponentType, FirstPassword: Named, SignInAgain: Named }

/** Stands before every page: lets in who is signed in, with a password of their own, to pages they may see. */
export function Gate({ menu, Find, Bell, FirstPassword, SignInAgain }: GateProps) {
  const session = useSession()
  const { pathname, search } = useLocation()
  if (session.standing === 'checking') return <Waiting isWhole />
  if (session.standing === 'unreachable') return <Fault fault={session.fault} again={session.again} />
  if (session.standing === 'out') return <Navigate to={`/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  if (session.me.mustChangePassword) return <Suspense fallback={<Waiting isWhole />}><FirstPassword name={session.me.name} /></Suspense>
  return <Inside me={session.me} menu={menu} Find={Find} Bell={Bell} SignInAgain={SignInAgain} />
}

function Inside({ me, menu, Find, Bell, SignInAgain }: { me: Person } & Omit<GateProps, 'FirstPassword'>) {
  const client = useQueryClient()
  useEffect(() => listen(client), [client])
  const mine = menu.filter((item) => [item.may].flat().some((may) => holds(me, may)))
  const { pathname } = useLocation()
  const needed = useMatches().map((match) => (match.handle as RouteHandle | undefined)?.may).filter((may) => may !== undefined)
  // Administrators have no events: their first page is the first they may see.
  if (pathname === '/' && mine[0]?.to !== '/') return <Navigate to={mine[0]?.to ?? '/me'} replace />
  return (
    <Layout me={me} menu={mine} find={<Find />} bell={<Bell />}>
      {needed.every((may) => holds(me, may)) ? <Suspense fallback={<Waiting />}><Outlet /></Suspense> : <NoPermission />}
      <ScrollRestoration />
      <Suspense><SignInAgain name={me.name} /></Suspense>
    </Layout>
  )
}
