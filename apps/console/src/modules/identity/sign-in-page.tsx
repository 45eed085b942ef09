import { Button, Form } from 'antd'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Logo } from '../../kernel/logo.tsx'
import { safePath } from '../../kernel/section.ts'
import { useSession, useSessionChange } from '../../kernel/session.ts'
import { Waiting } from '../../parts/states.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'
import type { Credentials } from './sign-in-form.tsx'
import styles from './sign-in-page.module.css'

export default function SignInPage() {
  const [form] = Form.useForm<Credentials>()
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const session = useSession()
  const { enter } = useSessionChange()
  const ways = useAsk('identity', 'signInWays', {}).data
  const to = safePath(params.get('to'))
  if (session.standing === 'in') return <Navigate to={to} replace />
  if (session.standing === 'checking') return <Waiting isWhole />
  return (
    <div className={styles.page}>
      <title>登录 · 邻里</title>
      <header className={styles.banner}>
        <Logo size={52} />
        <p className={styles.name}>邻里</p>
        <p className={styles.motto}>街道社区治理平台</p>
        <Roofs />
      </header>
      <main className={styles.side}>
        <div className={styles.box}>
          <h1 className={styles.title}>登录</h1>
          <SignInForm form={form} name="sign-in" enter={(me) => { enter(me); void navigate(to, { replace: true }) }} />
          {ways?.oidc && <Button block size="large" href="/api/identity/oidc/start" className={styles.other}>使用{ways.oidc}登录</Button>}
          {ways?.demo && <DemoAccounts choose={(account) => form.setFieldsValue({ name: account.signInName, password: account.password })} />}
        </div>
      </main>
    </div>
  )
}

/** A street of neighbours, drawn. */
const Roofs = () => (
  <svg className={styles.roofs} viewBox="0 0 600 220" aria-hidden="true" preserveAspectRatio="xMidYMax slice">
    <g fill="#ffffff" fillOpacity=".08"><path d="M0 220V120l50-42 50 42v100zM180 220V90l60-50 60 50v130zM400 220V130l45-38 45 38v90z" /></g>
    <g fill="#ffffff" fillOpacity=".13"><path d="M90 220v-80l55-46 55 46v80zM290 220v-70l50-42 50 42v70zM480 220v-96l60-50 60 50v96z" /></g>
    <g fill="#f0b44c" fillOpacity=".85"><path d="M133 160h24v24h-24zM526 150h28v28h-28zM226 120h26v26h-26zM332 170h18v18h-18z" /></g>
  </svg>
)
