import type { ReactNode } from 'react'
import { go } from '../kernel/route.ts'
import { session } from '../kernel/session.ts'
import { useStore } from '../kernel/store.ts'
import { Button } from './button.tsx'
import { Card } from './card.tsx'
import { Empty } from './state.tsx'

/** What is behind it is for those who are signed in; the others are offered to. `why`: what signing in is good for here. */
export function SignInGate({ why, children }: { why: string, children: ReactNode }) {
  const { isSignedIn } = useStore(session)
  if (isSignedIn) return <>{children}</>
  return (
    <Card>
      <Empty icon="person" title="请先登录" words={why} action={<Button words="去登录" onPress={() => go('signIn')} />} />
    </Card>
  )
}
