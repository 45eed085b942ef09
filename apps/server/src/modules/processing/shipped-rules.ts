import { baseKinds, type Field, type LegalGround, type ProcessingKind, type RecordKind } from '@linli/contract'

/** What is said of one item of the register before an office says otherwise. */
export interface Shipped {
  item: string
  kind: ProcessingKind
  part: string
  label: string
  purpose: string
  ground: LegalGround
  basis: string
  keepMonths: number | null
  /** From when the months count. */
  keepFrom: string
  keepWhy: string
  isSensitive: boolean
  viewers: string
  sharedWith: string
  /** Columns of the database it lies in, `table.column`; a star stands for any rest, `*.` for any table. */
  columns: readonly string[]
}

const community = '所在社区的社区书记、社区工作者、网格员'
const masked = `${community}；平时遮挡显示，查看完整内容须写明目的并留下记录`
const notShared = '不对外提供'
/** What no law says in months, and the office is to confirm or to say otherwise. */
const ours = '法律没有规定具体期限，由本单位确定（个人信息保护法第十九条）'
const archived = '保管期限由本单位按归档范围和档案保管期限表确定（档案法第十三条）'

/** Sensitive by PIPL art. 28 (specific identity, health), though no number that is masked. */
const special = new Set(['groups', 'careNote', 'residencePermit'])

/** Fields that have columns of their own; all others lie together in `facts`, sensitive ones in `sealed`. */
const own: Readonly<Record<string, readonly string[]>> = {
  'person.name': ['person.name', 'person.pinyin', 'person.initials'], 'person.certificateNumber': ['person.number*'], 'person.certificate': ['person.certificate'], 'person.birth': ['person.birth'],
  'person.sex': ['person.sex'], 'person.phone': ['person.phone*'], 'person.populationKind': ['person.population_kind'], 'person.groups': ['person.groups', 'person_by_mark.mark'], 'housing.use': ['housing.use'], 'housing.state': ['housing.state'],
  // What an office adds of its own as sensitive lies sealed beside what ships.
  'building.note': ['building.facts', 'building.sealed'],
  'household.no': ['household.no'], 'household.kind': ['household.kind'], 'household.groups': ['household.sealed'],
  'enterprise.name': ['enterprise.name', 'enterprise.pinyin', 'enterprise.initials', 'enterprise.grams'], 'enterprise.sort': ['enterprise.sort'], 'enterprise.creditCode': ['enterprise.credit_code'], 'enterprise.industry': ['enterprise.industry'],
  'enterprise.state': ['enterprise.state'], 'enterprise.attention': ['enterprise.attention'], 'enterprise.placeKinds': ['enterprise.place_kinds'], 'enterprise.certificateNumber': ['enterprise.legal_index', 'enterprise.sealed'], 'enterprise.phone': ['enterprise.phone*', 'enterprise.sealed'],
  'thing.name': ['thing.name', 'thing.grams'], 'thing.kind': ['thing.kind'], 'thing.code': ['thing.code'], 'thing.state': ['thing.state'],
}

/** What people tell of themselves if they like, and may take back. */
const voluntary = new Set(['formerName', 'otherPhone', 'workplace', 'occupation', 'nativePlace', 'note', 'guardian', 'guardianPhone', 'careNote'])
const consented = { ground: 'consent' as const, basis: '个人信息保护法第十三条第一款第（一）项，本人自愿提供，可随时撤回' }

/** Whatever has fields. */
export type FieldKind = RecordKind

/** Every field of the dictionary, on the ground of its part: nothing is kept here twice. */
function ofBase(kind: FieldKind): Shipped[] {
  const { fields, parts, grounds } = baseKinds[kind]!
  return fields.map((field) => {
    const ground = grounds.find(({ part }) => part === field.part)!
    const item = `${kind}.${field.name}`
    return {
      ...ofField(kind, field), item, part: parts.find(({ name }) => name === field.part)!.title, purpose: ground.purpose, basis: ground.basis, keepMonths: ground.keepYears === null ? null : ground.keepYears * 12, ...(ground.keepYears === null && { keepWhy: `说的是楼幢，作为工作档案；${archived}` }), ...(kind === 'person' && voluntary.has(field.name) && consented),
      columns: own[item] ?? [`${kind}.${field.isSensitive ? 'sealed' : 'facts'}`],
    }
  })
}

const keptFrom: Readonly<Record<FieldKind, string>> = { person: '离开本街道或去世之日', housing: '房屋注销之日', building: '楼幢拆除之日', household: '户注销之日', enterprise: '注销或搬离之日', thing: '拆除之日' }

/** What holds for any field of the base, also for one that an office added. */
export const ofField = (kind: FieldKind, { name, label, isSensitive = false }: Pick<Field, 'name' | 'label' | 'isSensitive'>) => ({
  kind, label, ground: 'duty' as const, keepWhy: `实现处理目的所必要的最短时间；${ours}`, keepFrom: keptFrom[kind],
  isSensitive: isSensitive || special.has(name), viewers: isSensitive ? masked : community, sharedWith: notShared,
})

type Brief = Omit<Shipped, 'kind' | 'part' | 'sharedWith'> & { sharedWith?: string }
const of = (kind: ProcessingKind, part: string, items: readonly Brief[]): Shipped[] => items.map((one) => ({ sharedWith: notShared, ...one, kind, part }))
const duty = { ground: 'duty' as const, isSensitive: false }
const art13 = '个人信息保护法第十三条第一款第（三）项'

const others: readonly Shipped[] = [
  ...of('residency', '居住', [
    { ...duty, item: 'residency.home', label: '居住地址、居住关系和起止日期', purpose: '掌握人与房屋的对应关系，提供服务和应急联络', basis: `城市居民委员会组织法第三条；${art13}`, keepMonths: 36, keepFrom: '离开本街道或去世之日', keepWhy: `核对迁移经过；${ours}`, viewers: community, columns: ['person_by_mark.place', 'residency.*', 'person.address', 'housing.address', 'person.standing'] },
    { ...duty, item: 'residency.relation', label: '亲属、房东、用工单位、法定代表人和楼栋长关系及起止日期', purpose: '掌握人与人、人与房屋和单位的关系，提供服务和应急联络', basis: `城市居民委员会组织法第三条；${art13}`, keepMonths: 36, keepFrom: '关系结束之日', keepWhy: `核对变动经过；${ours}`, viewers: community, columns: ['relation.*'] },
    { ...duty, item: 'residency.place', label: '户、单位和部件所在的地址', purpose: '掌握户、单位和部件与房屋的对应关系', basis: art13, keepMonths: 36, keepFrom: '注销之日', keepWhy: `核对变动经过；${ours}`, viewers: community, columns: ['household.place', 'household.address', 'household.ended_on', 'enterprise.place', 'enterprise.address', 'thing.place', 'thing.address', 'thing.ended_on'] },
    { ...duty, item: 'residency.tag', label: '标签', purpose: '社区自用的工作分类', basis: art13, keepMonths: 12, keepFrom: '离开本街道或去世之日', keepWhy: `只在日常工作中使用；${ours}`, viewers: community, columns: ['*.tags'] },
    { ...duty, item: 'residency.transfer', label: '社区间迁移申请', purpose: '居民在社区之间迁移时交接档案', basis: art13, keepMonths: 36, keepFrom: '申请办结之日', keepWhy: `核对迁移经过；${ours}`, viewers: '迁出、迁入两个社区；同意之前迁入社区看不到是谁', columns: ['transfer.*'] },
  ]),
  ...of('copy', '变更与合并', [
    { ...duty, item: 'copy.revision', label: '变更记录和待定值（变更前的内容）', purpose: '每一项信息有来源、可追溯、可恢复', basis: '个人信息保护法第八条（保证质量）', keepMonths: 36, keepFrom: '离开本街道或去世之日', keepWhy: `与所属档案同期；${ours}`, isSensitive: true, viewers: masked, columns: ['revision.*', 'claim.*'] },
    { ...duty, item: 'copy.merge', label: '合并、批量处理之前的内容', purpose: '误合并、误处理可以撤销', basis: '个人信息保护法第八条（保证质量）', keepMonths: 36, keepFrom: '处理之日', keepWhy: `与所属档案同期；${ours}`, viewers: community, columns: ['person_merge.*', 'mend.*'] },
  ]),
  ...of('copy', '导入与台账', [
    { ...duty, item: 'copy.intake', label: '导入的文件和其中的每一行', purpose: '批量登记、核对问题、撤销导入', basis: art13, keepMonths: 12, keepFrom: '导入办结之日', keepWhy: `过期后不再需要撤销；${ours}`, isSensitive: true, viewers: '上传文件的工作人员和所在社区', columns: ['intake_file.content', 'intake_row.*', 'intake_batch.*'] },
    { ...duty, item: 'copy.document', label: '附件材料：证件复印件、户口簿、合同、证明、照片', purpose: '办理社会救助、租赁登记等事项时核对', basis: art13, keepMonths: 36, keepFrom: '离开本街道或去世之日', keepWhy: `与所属档案同期，姓名清理时一并删除；${ours}`, isSensitive: true, viewers: '看得到这份档案的社区工作人员；敏感材料须有查看完整信息的权限、写明用途', columns: ['document.*'] },
    { ...duty, item: 'copy.logbook', label: '登记簿：检查、督导、活动、物资等的登记，和登记人', purpose: '各登记簿的设置里写明；工作留痕、汇总上报', basis: `${art13}；档案法第十三条`, keepMonths: null, keepFrom: '登记之日', keepWhy: `作为工作档案；${archived}`, viewers: community, columns: ['logbook_entry.*'] },
    { ...duty, item: 'logbook.sensitive', label: '登记簿里设为敏感的栏（如犬主电话）', purpose: '各登记簿的设置里写明', basis: art13, keepMonths: 36, keepFrom: '最后一次修改之日', keepWhy: `到期只清除敏感的栏，登记本身留作工作档案；${ours}`, isSensitive: true, viewers: masked, columns: ['logbook_entry.sealed'] },
    { ...duty, item: 'copy.ledger', label: '固化的台账和台账导出', purpose: '按月留存上报口径，向上级报送', basis: `${art13}；档案法第十三条`, keepMonths: null, keepFrom: '固化之日', keepWhy: `作为工作档案；${archived}`, isSensitive: true, viewers: '维护台账的社区；含完整号码的导出须经审批', sharedWith: '按报送要求提供给上级部门，导出文件带水印并留下记录', columns: ['ledger_line.*', 'ledger_month.*', 'ledger_export.*'] },
  ]),
  ...of('person', '特殊人群（受限，默认不启用）', [
    { ...duty, item: 'special.record', label: '刑满释放、社区矫正、严重精神障碍、重点青少年的登记', purpose: '安置帮教、社区矫正协助、精神障碍患者关爱和青少年帮扶', basis: '社区矫正法第十二条；精神卫生法第五十六条；监狱法第三十七条；重点青少年的依据由本单位确定', keepMonths: 12, keepFrom: '解除登记或离开本街道之日', keepWhy: `核对帮教经过；${ours}`, isSensitive: true, viewers: '按社区逐人授权的特殊人群专干；内容整体加密，查看须写明目的并留下记录，不导出', columns: ['special.*', 'special_revision.*', 'special_switch.*'] },
  ]),
  ...of('person', '风险（关爱对象）', [
    { ...duty, item: 'risk.care', label: '关爱对象和其家庭的风险分值、计分原因、预警和处置', purpose: '及时看望和帮助独居高龄、多重困难等关爱对象；不据此作出对本人不利的决定', basis: '个人信息保护法第十三条第一款第（三）项、第二十四条、第五十五条（事前影响评估）；老年人权益保障法第三十八条', keepMonths: 12, keepFrom: '预警办结之日', keepWhy: `核对看望经过；${ours}`, isSensitive: true, viewers: '本社区的社区书记、社区工作者，每次查看都留下记录；街道只看人数', columns: ['risk_score.*', 'risk_day.*', 'risk_warning.*'] },
  ]),
  ...of('event', '上报人', [
    { ...duty, item: 'event.reporter', label: '上报人姓名和电话', purpose: '核实情况、答复和回访', basis: `${art13}、第三十四条`, keepMonths: 36, keepFrom: '事件结案之日', keepWhy: `复议、信访复查复核期满之后不再需要联系；${ours}`, isSensitive: true, viewers: '受理、派遣、社区工作人员；承办单位看不到上报人', columns: ['event.reporter_*', 'event.reported_by'] },
  ]),
  ...of('event', '事件', [
    { ...duty, item: 'event.content', label: '上报内容、地点、照片、评价和办理经过', purpose: '办理事件并答复', basis: `${art13}、第三十四条；档案法第十三条`, keepMonths: null, keepFrom: '事件结案之日', keepWhy: `作为办理档案；${archived}`, viewers: '经办的社区、街道和承办单位', sharedWith: '承办单位；移交上级时提供给上级单位（均不含上报人身份）', columns: ['event.*', 'event_assist.*', 'event_request.*', 'event_supervision.*', 'event_stage.*', 'photo.*', 'whistle.*', 'whistle_call.*', 'governance.*', 'governance_event.*', 'notice.*', 'frozen_month.*', 'frozen_event.*'] },
  ]),
  ...of('event', '问社工', [
    { ...duty, item: 'talk.content', label: '对话内容、图片和评价；从微信公众号、短信来问的微信编号或手机号', purpose: '回答居民的问题，转人工时由社工接着办，改进答案', basis: `${art13}；城市居民委员会组织法第三条`, keepMonths: 12, keepFrom: '对话结束之日', keepWhy: `核对答复、改进知识库；${ours}`, isSensitive: true, viewers: '所在社区和街道有查看居民对话权限的工作人员', columns: ['talk.*', 'topic.*', 'topic_question.*', 'turn.*'] },
  ]),
  ...of('link', '一次性链接', [
    { ...duty, item: 'link.person', label: '外部单位联系人的姓名和电话', purpose: '把事件转给没有账号的单位或向上报人补问', basis: art13, keepMonths: 12, keepFrom: '链接失效之日', keepWhy: `核对办理经过；${ours}`, isSensitive: true, viewers: '发出链接的工作人员', columns: ['link.*', 'link_token.*'] },
  ]),
  ...of('account', '账号', [
    { item: 'account.resident', label: '居民账号：手机号、微信编号', purpose: '登录，联系本人核实和答复', ground: 'consent', basis: '个人信息保护法第十三条第一款第（一）项，注册时同意', keepMonths: 1, keepFrom: '注销账号之日', keepWhy: '注销后立即停用并删除（个人信息保护法第四十七条；GB/T 35273—2020 第 8.5 条：不超过 15 个工作日）', isSensitive: true, viewers: '系统管理员按完整手机号逐个查找，须写明原因', columns: ['account.phone*', 'account.wechat'] },
    { item: 'account.staff', label: '工作人员账号：姓名、登录名、口令摘要、动态口令', purpose: '登录和授权', ground: 'contract', basis: '个人信息保护法第十三条第一款第（二）项（人力资源管理）', keepMonths: 36, keepFrom: '停用之日', keepWhy: `核对办理责任；${ours}`, isSensitive: true, viewers: '系统管理员、安全管理员、社区书记（看不到口令）', columns: ['account.*', 'post.*', 'deputy.*', 'unit.phone'] },
    { ...duty, item: 'account.session', label: '登录设备、网络地址和验证码', purpose: '保护账号安全', basis: '网络安全法第二十一条', keepMonths: 1, keepFrom: '登录失效之日', keepWhy: `何时登录另在审计记录中至少保存六个月（网络安全法第二十一条）；${ours}`, viewers: '本人', columns: ['session.*', 'phone_code.*', 'answered.*'] },
  ]),
  ...of('staff', '共享位置', [
    { item: 'staff.presence', label: '工作人员自愿共享的最新位置、姓名、单位、电话和起止时间', purpose: '就近派遣、应急联络', ground: 'consent', basis: '个人信息保护法第十三条第一款第（一）项，本人开启，可随时停止', keepMonths: null, keepFrom: '停止共享、下班或当日 24 时', keepWhy: `停止后五分钟内删除，只留最新一个位置，不留轨迹；一小时没有更新的也删除；${ours}`, isSensitive: true, viewers: '有查看现场人员位置权限的街道领导、值班长、派遣员，每次查看留下记录', columns: ['presence.*'] },
  ]),
  ...of('account', '个人信息请求', [
    { ...duty, item: 'account.rights', label: '个人信息请求：姓名、电话、请求和答复', purpose: '办理本人的查阅、更正、删除等请求', basis: '个人信息保护法第五十条', keepMonths: 36, keepFrom: '办结之日', keepWhy: '证明已依法办理，至少三年（个人信息保护法第五十四条、第五十六条）', isSensitive: true, viewers: '受理的社区', columns: ['rights_request.*'] },
  ]),
  ...of('account', '到期清理', [
    { ...duty, item: 'account.retention', label: '清理记录和留存（不含个人信息）', purpose: '证明已按期限清理', basis: '个人信息保护法第四十七条、第五十四条', keepMonths: null, keepFrom: '清理之日', keepWhy: `证明已依法清理（个人信息保护法第五十四条）；${archived}`, viewers: '三员', columns: ['retention_run.*', 'retention_hold.*', 'retention_done.*'] },
  ]),
  ...of('staff', '留痕', [
    { ...duty, item: 'staff.trace', label: '经办人姓名、时间、网络地址和操作内容', purpose: '办理留痕、责任追溯、审计', basis: '网络安全法第二十一条；个人信息保护法第五十四条', keepMonths: null, keepFrom: '发生之日', keepWhy: `审计记录封存后不能更改或删除；网络日志至少六个月（网络安全法第二十一条）；${archived}`, viewers: '审计管理员；本人可看自己的记录', columns: ['journal.*', 'attendance.*', 'rehearsal.*', '*by_name', '*changed_name', '*published_name', 'bookmark.*', 'duty.*', 'reply.*', 'knowledge.*', 'knowledge_revision.*', 'knowledge_proposal.*', 'area_fact.*'] },
  ]),
]

/** The register as it ships. */
export const shipped: readonly Shipped[] = [...(Object.keys(baseKinds) as FieldKind[]).flatMap(ofBase), ...others]
