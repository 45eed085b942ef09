import { Fragment, useEffect } from 'react'
import type { ReactNode } from 'react'
import { PictureSource } from '../../kernel/picture.ts'
import { go } from '../../kernel/route.ts'
import { staff } from '../../kernel/staff.ts'
import { useStore } from '../../kernel/store.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { EaseBar } from '../../parts/ease-bar.tsx'
import { Notice } from '../../parts/notice.tsx'
import { Page } from '../../parts/page.tsx'
import { Empty, Loading } from '../../parts/state.tsx'
import { openPost } from './flush.ts'
import { parcels } from './box.ts'
import { toSend } from './parcel.ts'
import { pictureSource } from './pictures.ts'
import { useMine } from './use-mine.ts'
import './staff.css'

/** A page for those who work here: with their session, and with what waits on this phone read first. */
export function StaffPage({ title, isFirst = false, foot, children }: { title: string, isFirst?: boolean, foot?: ReactNode, children: ReactNode }) {
  useEffect(openPost, [])
  const { id, isSignedIn } = useStore(staff)
  const box = useStore(parcels)
  return (
    <Page title={title} foot={isSignedIn && foot}>
      <PictureSource.Provider value={pictureSource}>
        <EaseBar withSwitch={isFirst} />
        {!isSignedIn && <SignInFirst />}
        {/* Another person begins with an empty page. */}
        {isSignedIn && <Fragment key={id}>{box ? children : <Loading />}</Fragment>}
      </PictureSource.Provider>
    </Page>
  )
}

/** Says what waits for whom, so that nobody thinks it is lost with the session. */
function SignInFirst() {
  const { name } = useStore(staff)
  const waiting = toSend(useMine()).length
  return (
    <>
      {waiting > 0 && <Notice kind="soon" isNews>{`${name}有 ${waiting} 件没有发出，都还在这部手机上，登录后自动发送。`}</Notice>}
      <Card>
        <Empty icon="person" title="请先登录" words="用工作台的登录名和密码" action={<Button words="去登录" onPress={() => go('staffSignIn')} />} />
      </Card>
    </>
  )
}
