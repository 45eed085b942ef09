import type { Field, Ground, Part } from './field.ts'

/**
 * Enterprises, sole traders, social organisations, schools and key places (domain §2.1, §1.11) are one kind of record: who does business or serves people at a
 * place. `sort` says which, and with it which parts are asked.
 */
export const enterpriseParts: readonly Part[] = [
  { name: 'registration', title: '主体信息' },
  { name: 'people', title: '负责人与联系' },
  { name: 'company', title: '企业', when: { field: 'sort', is: ['01'] } },
  { name: 'social', title: '社会组织', when: { field: 'sort', is: ['03'] } },
  { name: 'school', title: '学校幼儿园', when: { field: 'sort', is: ['05'] } },
  { name: 'staff', title: '从业人员与党群组织' },
  { name: 'safety', title: '场所与安全' },
  { name: 'parcel', title: '寄递安全', when: { field: 'industry', is: ['08'] } },
]

const of = (part: string, fields: readonly Omit<Field, 'part'>[]): Field[] => fields.map((field) => ({ ...field, part }))
const many = 1_000_000

export const enterpriseFields: readonly Field[] = [
  ...of('registration', [
    { name: 'name', label: '名称', type: 'text', max: 100, headers: ['单位名称', '企业名称', '社会组织名称', '学校名称', '场所名称', '商户名称', '店名'], isRequired: true },
    { name: 'sort', label: '主体类型', type: 'code', table: 'enterpriseSort', headers: ['单位类型', '类型'] },
    { name: 'creditCode', label: '统一社会信用代码', type: 'creditCode', headers: ['信用代码', '社会信用代码'] },
    { name: 'registrationNo', label: '登记证号', type: 'text', max: 30, headers: ['工商注册号', '注册号', '工商执照注册号'] },
    { name: 'industry', label: '行业类别', type: 'code', table: 'industry', headers: ['行业', '业态'] },
    { name: 'state', label: '经营状态', type: 'code', table: 'businessState', headers: ['状态'] },
    { name: 'openedOn', label: '成立日期', type: 'day', headers: ['成立时间', '批准日期', '开业日期'] },
    { name: 'registeredAddress', label: '住所', type: 'text', max: 200, headers: ['注册地址', '登记住所'] },
    { name: 'businessScope', label: '经营范围', type: 'longText', max: 1000 },
    { name: 'note', label: '备注', type: 'longText', max: 500 },
  ]),
  ...of('people', [
    { name: 'phone', label: '单位电话', type: 'phone', headers: ['联系电话', '电话', '办公电话'], isSensitive: true },
    { name: 'legalPerson', label: '法定代表人或经营者', type: 'text', max: 50, headers: ['法定代表人姓名', '法人', '法人姓名', '经营者', '法定代表人'] },
    { name: 'certificate', label: '法定代表人证件类型', type: 'code', table: 'certificate', headers: ['证件代码', '法人证件类型'] },
    { name: 'certificateNumber', label: '法定代表人证件号码', type: 'certificateNumber', headers: ['法人证件号码', '证件号码'], isSensitive: true },
    { name: 'legalPersonPhone', label: '法定代表人电话', type: 'phone', headers: ['法人电话', '法人联系方式'], isSensitive: true },
    { name: 'manager', label: '负责人', type: 'text', max: 50, headers: ['负责人姓名', '校长姓名'] },
    { name: 'managerPhone', label: '负责人电话', type: 'phone', headers: ['负责人联系方式', '校长电话'], isSensitive: true },
    { name: 'managerCertificate', label: '负责人证件类型', type: 'code', table: 'certificate', headers: ['负责人证件代码'] },
    { name: 'managerCertificateNumber', label: '负责人证件号码', type: 'certificateNumber', headers: ['负责人身份证号'], isSensitive: true },
    { name: 'safetyOfficer', label: '安全负责人', type: 'text', max: 50, headers: ['治保负责人姓名', '治保负责人', '安保责任人'] },
    { name: 'safetyOfficerPhone', label: '安全负责人电话', type: 'phone', headers: ['治保负责人联系方式', '安保责任人电话'], isSensitive: true },
  ]),
  ...of('company', [
    { name: 'category', label: '企业类别', type: 'code', table: 'enterpriseKind' },
    { name: 'registrationType', label: '登记注册类型', type: 'code', table: 'registrationType' },
    { name: 'control', label: '控股情况', type: 'code', table: 'enterpriseControl' },
  ]),
  ...of('social', [
    { name: 'socialKind', label: '社会组织类型', type: 'code', table: 'socialOrganisationKind' },
    { name: 'registrar', label: '登记管理机关', type: 'text', max: 100, headers: ['登记管理机关代码'] },
    { name: 'fundSource', label: '资金来源', type: 'text', max: 100 },
    { name: 'hasForeignBackground', label: '有境外背景', type: 'yes', headers: ['是否有境外背景'] },
  ]),
  ...of('school', [
    { name: 'schoolKind', label: '办学类型', type: 'code', table: 'schoolKind' },
    { name: 'students', label: '在校学生人数', type: 'number', max: many, headers: ['学生人数'] },
    { name: 'educationAuthority', label: '主管教育行政部门', type: 'text', max: 100 },
    { name: 'guardManager', label: '分管安保责任人', type: 'text', max: 50, headers: ['分管安保责任人姓名'] },
    { name: 'guardManagerPhone', label: '分管安保责任人电话', type: 'phone', isSensitive: true },
    { name: 'orderOfficer', label: '治安责任人', type: 'text', max: 50, headers: ['治安责任人姓名'] },
    { name: 'orderOfficerPhone', label: '治安责任人电话', type: 'phone', isSensitive: true },
    { name: 'guards', label: '安保人数', type: 'number', max: many },
  ]),
  ...of('staff', [
    { name: 'staff', label: '从业人数', type: 'number', max: many, headers: ['员工数', '职工人数', '工作人员数'] },
    { name: 'meetsPartyConditions', label: '具备建立党组织条件', type: 'yes', headers: ['是否具备建立中共党组织条件'] },
    { name: 'hasPartyOrganisation', label: '有中共党组织', type: 'yes', headers: ['是否有中共党组织'] },
    { name: 'partyMembers', label: '中共党员数量', type: 'number', max: many, headers: ['党员人数'] },
    { name: 'hasUnion', label: '有工会', type: 'yes', headers: ['是否有工会'] },
    { name: 'unionMembers', label: '工会会员数量', type: 'number', max: many },
    { name: 'hasYouthLeague', label: '有共青团组织', type: 'yes', headers: ['是否有共青团组织'] },
    { name: 'leagueMembers', label: '团员数量', type: 'number', max: many },
    { name: 'hasWomenFederation', label: '有妇联组织', type: 'yes', headers: ['是否有妇联组织'] },
    { name: 'women', label: '妇女数量', type: 'number', max: many },
  ]),
  ...of('safety', [
    { name: 'placeKinds', label: '重点场所类别', type: 'codes', table: 'placeKind', headers: ['重点属性', '场所类型'] },
    { name: 'smallPlace', label: '九小场所', type: 'code', table: 'smallPlace', headers: ['九小场所类别'] },
    { name: 'size', label: '场所面积（平方米）', type: 'number', max: 10_000_000, headers: ['面积', '经营面积'] },
    { name: 'use', label: '场所用途', type: 'text', max: 100, headers: ['用途'] },
    { name: 'operator', label: '关联组织', type: 'text', max: 100, headers: ['所属单位', '经营单位'] },
    { name: 'supervisor', label: '主管单位', type: 'text', max: 100 },
    { name: 'hasDangerousGoods', label: '涉危险化学品', type: 'yes', headers: ['是否危化企业'] },
    { name: 'hazards', label: '安全隐患类型', type: 'codes', table: 'hazardKind', headers: ['隐患类型'] },
    { name: 'attention', label: '关注程度', type: 'code', table: 'attention', headers: ['是否关注'] },
  ]),
  ...of('parcel', [
    { name: 'cameras', label: '摄像机数', type: 'number', max: many },
    { name: 'xrayMachines', label: 'X光机数', type: 'number', max: many },
    { name: 'opensParcels', label: '先验视后封箱', type: 'yes', headers: ['100%先验视后封箱'] },
    { name: 'checksSenders', label: '寄递实名制', type: 'yes', headers: ['实名制'] },
    { name: 'xraysParcels', label: 'X光安检', type: 'yes' },
  ]),
]

export const enterpriseGrounds: readonly Ground[] = [
  { part: 'registration', purpose: '掌握辖区单位底数', basis: '企业信息公示暂行条例第六条；城市居民委员会组织法第三条', keepYears: 10 },
  { part: 'people', purpose: '安全检查与应急联络', basis: '个人信息保护法第十三条第一款第（三）项；安全生产法第九条', keepYears: 1 },
  { part: 'company', purpose: '统计与分类服务', basis: '企业信息公示暂行条例第六条', keepYears: 10 },
  { part: 'social', purpose: '社会组织服务与管理', basis: '社会团体登记管理条例第六条；民办非企业单位登记管理暂行条例第五条', keepYears: 10 },
  { part: 'school', purpose: '校园及周边安全', basis: '个人信息保护法第十三条第一款第（三）项；校园安全的条款由本单位确定', keepYears: 10 },
  { part: 'staff', purpose: '非公有制经济组织和社会组织党群工作', basis: '个人信息保护法第十三条第一款第（三）项；党群工作的条款由本单位确定', keepYears: 3 },
  { part: 'safety', purpose: '消防与安全隐患排查', basis: '消防法第三十二条；安全生产法第九条', keepYears: 10 },
  { part: 'parcel', purpose: '寄递安全', basis: '反恐怖主义法第二十条', keepYears: 3 },
]
