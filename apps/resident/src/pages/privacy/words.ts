/** Changes with the words below; whoever agreed to older ones is asked again (PIPL art. 14). */
export const version = '2026-11'

export type Kept = { what: string, why: string, how: string }

/** What is collected, what for, how long (PIPL art. 17); each line is a fact of this software. */
export const kept: readonly Kept[] = [
  { what: '手机号', why: '用来登录，以及办理人员需要核实情况时联系您。', how: '加密保存，平时只显示前三位和后四位；工作人员查看完整号码要写明原因，并留下记录。注销后删除。' },
  { what: '您上报的内容', why: '文字、照片和地点，用来办理这件事并答复您。', how: '只有经办的社区、街道和办理单位能看到。作为办理档案，按国家档案管理的期限保存。照片里自带的拍摄地点等信息会去掉。' },
  { what: '位置', why: '只在您点「用我现在的位置」时取一次，用来填写地点。', how: '不持续定位，不记录行踪。' },
  { what: '登录记录', why: '登录时间、设备和网络地址，用来保护账号安全。', how: '按《网络安全法》至少保存 6 个月。' },
  { what: '微信身份', why: '使用微信登录时，微信给我们一个只在本小程序有效的编号。', how: '我们得不到您的微信号、好友和聊天内容。' },
]

export const rights: readonly string[] = [
  '查看：在「我的事件」里随时查看您上报的内容和办理经过。',
  '查阅复制、更正、删除、要求解释：在「隐私中心」提出，也可以到所在社区居委会办理。15 个工作日内答复。',
  '注销账号：在「隐私中心」自己办理，立即生效。',
  '不同意也没关系：您可以打电话或到社区当面反映，办理不受影响。',
  '未满 14 周岁的孩子，请由父母或其他监护人使用自己的账号代为上报。',
]

/** The whole of it in a few words, for the page where it matters. */
export const inShort = '我们只收集办理事情需要的内容：您的手机号，您写的情况、照片和地点。不作他用，不给无关的人看。'

export const handler = '您所在街道的街道办事处是个人信息的处理者，所在社区居委会受理您的有关要求；也可以拨打 12345 联系。'
