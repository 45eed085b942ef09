import { useQuery } from '@tanstack/react-query'
import { ownPage } from '../../kernel/call.ts'
import { Answer } from '../../parts/states.tsx'
import styles from './demo-accounts.module.css'

interface DemoAccount { name: string, signInName: string, password: string, post: string }

/** Outside the contract: only a demonstration has it. */
const fetchAccounts = async (): Promise<{ rows: DemoAccount[] }> => (await fetch('/api/demo/accounts', { headers: ownPage })).json()

/** The people of the demonstration, to try the platform as one of them. */
export function DemoAccounts({ choose }: { choose: (account: DemoAccount) => void }) {
  const query = useQuery({ queryKey: ['demo', 'accounts', {}], queryFn: fetchAccounts })
  return (
    <section className={styles.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={styles.title}>演示账号</h2>
      <p className="faint">人物与数据均为虚构。点一下即可填入账号和密码。</p>
      <Answer query={query} isSmall>
        {({ rows }) => (
          <ul className={styles.list}>
            {rows.map((account) => (
              <li key={account.signInName}>
                <button type="button" className={styles.one} onClick={() => choose(account)}>
                  <span className={styles.post}>{account.post}</span><span>{account.name}</span><span className={styles.sign}>{account.signInName}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </section>
  )
}
