import { Descriptions } from 'antd'
import { useMe } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { whenExact } from '../../parts/when.ts'
import { ChangePassword } from './change-password.tsx'
import styles from './my-account-page.module.css'
import { MyJournal } from './my-journal.tsx'
import { MySessions } from './my-sessions.tsx'
import { ShortcutChoice } from './shortcut-choice.tsx'
import { Totp } from './totp.tsx'

export default function MyAccountPage() {
  const me = useMe()
  return (
    <>
      <PageHeader title="我的账号" />
      <div className={styles.grid}>
        <section className="panel" aria-labelledby="about">
          <h2 id="about" className="panel-title">基本情况</h2>
          <div className="panel-body">
            <Descriptions column={1} size="small" items={[
              { key: 'name', label: '姓名', children: me.name },
              ...(me.unit ? [{ key: 'unit', label: '所在单位', children: me.unit.name }] : []),
              { key: 'posts', label: '岗位', children: <Posts posts={me.posts} /> },
            ]} />
          </div>
        </section>
        {me.hasPassword && <ChangePassword />}
        <Totp isBound={me.hasTotp} />
        <ShortcutChoice />
        <MySessions />
        <MyJournal />
      </div>
    </>
  )
}

const Posts = ({ posts }: { posts: ReturnType<typeof useMe>['posts'] }) => posts.length === 0 ? '暂无岗位' : (
  <ul>
    {posts.map((post) => (
      <li key={post.id}>
        {post.roleName} · {post.areaName} {post.onBehalfOf && <Mark>代 {post.onBehalfOf}</Mark>}
        {post.until && <span className="faint"> 至 {whenExact(post.until)}</span>}
      </li>
    ))}
  </ul>
)
