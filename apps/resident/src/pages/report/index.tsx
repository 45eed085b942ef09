import { EaseBar } from '../../parts/ease-bar.tsx'
import { Page } from '../../parts/page.tsx'
import { SignInGate } from '../../parts/sign-in-gate.tsx'
import { Button } from '../../parts/button.tsx'
import { session } from '../../kernel/session.ts'
import { useStore } from '../../kernel/store.ts'
import { Form } from './form.tsx'
import { useReport } from './use-report.ts'
import './report.css'

export default function Report() {
  const { isSignedIn } = useStore(session)
  const { wrong, isSending, submit } = useReport()
  return (
    <Page title="我要上报" foot={isSignedIn && <Button words="提交" isWide isBusy={isSending} onPress={submit} />}>
      <EaseBar />
      <SignInGate why="登录后就能上报，办理结果也会告诉您"><Form wrong={wrong} /></SignInGate>
    </Page>
  )
}
