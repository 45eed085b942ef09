import { DownOutlined, LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import styles from './account-menu.module.css'
import { useSessionChange } from './session.ts'
import type { Person } from './session.ts'

interface AccountMenuProps { me: Person }

export function AccountMenu({ me }: AccountMenuProps) {
  const navigate = useNavigate()
  const { leave } = useSessionChange()
  const roles = [...new Set(me.posts.map((post) => post.roleName))].join('、')
  const items = [
    { key: 'me', icon: <UserOutlined aria-hidden />, label: '我的账号', onClick: () => void navigate('/me') },
    { key: 'leave', icon: <LogoutOutlined aria-hidden />, label: '退出登录', onClick: () => void leave() },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <button type="button" className={styles.button}>
        <span className={styles.name}>{me.name}</span>
        {roles && <span className={styles.roles}>{roles}</span>}
        <DownOutlined aria-hidden />
      </button>
    </Dropdown>
  )
}
