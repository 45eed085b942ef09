import { defineModule } from '../../kernel/module.ts'
import { change, create, enable, endSessions, get, linkOidc, list, removeTotp, resetPassword, unlock } from './actions.ts'
import { appointDeputy, deputies, endDeputy } from './deputy-actions.ts'
import { changeRole, grant, revoke, roles } from './post-actions.ts'
import { enableResident, findResident } from './resident-actions.ts'

export const account = defineModule({
  name: 'account',
  handle: { list, get, create, change, enable, resetPassword, unlock, removeTotp, linkOidc, endSessions, grant, revoke, roles, changeRole, deputies, appointDeputy, endDeputy, findResident, enableResident },
  words: {
    'account.created': '新增人员', 'account.changed': '修改人员', 'account.enabled': '启用账号', 'account.disabled': '停用账号', 'account.password-reset': '重置密码', 'account.unlocked': '解除锁定',
    'account.totp-removed': '解除他人动态口令', 'account.oidc-linked': '绑定统一认证账号', 'account.oidc-unlinked': '解绑统一认证账号', 'account.sessions-ended': '强制下线',
    'post.granted': '授予岗位', 'post.revoked': '收回岗位', 'role.changed': '修改角色权限', 'deputy.appointed': '指定代班人', 'deputy.ended': '结束代班',
    'account.resident-sought': '按手机号查找居民账号', 'account.resident-disabled': '停用居民账号', 'account.resident-enabled': '启用居民账号',
  },
})
