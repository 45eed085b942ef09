import { permission } from '@linli/contract/words/index'
import { Alert, App, Button, Select } from 'antd'
import type { Permission } from '@linli/contract'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { useRoles } from './account.ts'
import type { Role } from './account.ts'
import { changesOf, toggled } from './role-change.ts'
import type { Staged } from './role-change.ts'
import { RoleMatrix } from './role-matrix.tsx'
import styles from './role-page.module.css'

export default function RolePage() {
  const query = useRoles()
  return (
    <>
      <PageHeader title="角色权限" hint="每个角色能做什么。改动在保存后立即对所有担任该角色的人生效。" />
      <Answer query={query}>{({ rows }) => <Matrix roles={rows} />}</Answer>
    </>
  )
}

/** Changes are gathered first and saved together, so that what will change can be read before it does. */
function Matrix({ roles }: { roles: Role[] }) {
  const mayChange = useMay('role.manage')
  const isNarrow = useNarrow()
  const [staged, setStaged] = useState<Staged>({})
  const [only, setOnly] = useState(roles[0]?.code)
  const changes = changesOf(roles, staged)
  return (
    <>
      {isNarrow && <Select aria-label="角色" className={styles.choice} value={only} onChange={setOnly} options={roles.map((role) => ({ value: role.code, label: role.name }))} />}
      <RoleMatrix roles={isNarrow ? roles.filter((role) => role.code === only) : roles} staged={staged} isFixed={!mayChange} toggle={(role, what) => setStaged((now) => toggled(now, role, what))} />
      {changes.length > 0 && <SaveBar roles={roles} changes={changes} drop={() => setStaged({})} />}
    </>
  )
}

function SaveBar({ roles, changes, drop }: { roles: Role[], changes: ReturnType<typeof changesOf>, drop: () => void }) {
  const { message } = App.useApp()
  const tell = useTell('account', 'changeRole', ['account', 'identity'])
  const save = async () => {
    try {
      for (const { code, permissions } of changes) await tell.mutateAsync({ code, permissions })
      drop()
      void message.success('权限已修改')
    } catch (fault) {
      void message.error(wordsOf(fault))
    }
  }
  const words = (list: Permission[]) => list.map((one) => permission[one]).join('、')
  return (
    <div className={styles.save} role="region" aria-label="未保存的改动">
      <Alert type="warning" showIcon title="以下改动尚未保存" description={(
        <ul>{changes.map(({ code, added, removed }) => <li key={code}>{roles.find((role) => role.code === code)?.name}：{added.length > 0 && `增加 ${words(added)}`}{added.length > 0 && removed.length > 0 && '；'}{removed.length > 0 && `去掉 ${words(removed)}`}</li>)}</ul>
      )} action={<><Button type="primary" loading={tell.isPending} onClick={() => void save()}>保存</Button> <Button onClick={drop}>放弃</Button></>} />
    </div>
  )
}
