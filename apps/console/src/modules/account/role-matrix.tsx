import { permission } from '@linli/contract/words/index'
import type { Permission } from '@linli/contract/words/index'
import { Checkbox } from 'antd'
import { Fragment } from 'react'
import { isHeld } from './role-change.ts'
import type { Staged } from './role-change.ts'
import type { Role } from './account.ts'
import styles from './role-page.module.css'

const groups: [string, (name: Permission) => boolean][] = [
  ['事件办理', (name) => name.startsWith('event.')],
  ['设置', (name) => /^(matter|calendar|dictionary|organisation)\./.test(name)],
  ['人员、审计与运行', (name) => /^(account|role|audit|system)\./.test(name)],
]
const names = Object.keys(permission) as Permission[]
/** A permission of a later module still shows, in a group of its own. */
const grouped = [...groups.map(([title, holds]) => [title, names.filter(holds)] as const), ['其他', names.filter((name) => !groups.some(([, holds]) => holds(name)))] as const]

interface RoleMatrixProps { roles: Role[], staged: Staged, isFixed: boolean, toggle: (role: string, what: Permission) => void }

/** Permissions down, roles across. */
export const RoleMatrix = (props: RoleMatrixProps) => (
  <div className={styles.scroll} tabIndex={0} role="group" aria-label="角色权限对照表">
    <table className={styles.table}>
      <thead><tr><th scope="col">权限</th>{props.roles.map((role) => <th key={role.code} scope="col">{role.name}</th>)}</tr></thead>
      <tbody>
        {grouped.filter(([, list]) => list.length > 0).map(([title, list]) => (
          <Fragment key={title}>
            <tr><th scope="rowgroup" className={styles.group} colSpan={props.roles.length + 1}>{title}</th></tr>
            {list.map((name) => <Line key={name} name={name} {...props} />)}
          </Fragment>
        ))}
      </tbody>
    </table>
  </div>
)

const Line = ({ name, roles, staged, isFixed, toggle }: RoleMatrixProps & { name: Permission }) => (
  <tr>
    <th scope="row">{permission[name]}</th>
    {roles.map((role) => (
      <td key={role.code} className={staged[role.code]?.includes(name) ? styles.changed : undefined}>
        <Checkbox aria-label={`${role.name}：${permission[name]}`} disabled={isFixed} checked={isHeld(role, staged, name)} onChange={() => toggle(role.code, name)} />
      </td>
    ))}
  </tr>
)
