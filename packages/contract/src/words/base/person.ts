import type { Field, Ground, Part } from './field.ts'

/** GB/T 31000 人口 as products in use keep it (domain §2.1); religion is not asked (PIPL art. 28). */
export const personParts: readonly Part[] = [
  { name: 'identity', title: '身份' },
  { name: 'contact', title: '联系' },
  { name: 'life', title: '基本情况' },
  { name: 'registered', title: '户籍', when: { field: 'populationKind', is: ['01', '02', '04'] } },
  { name: 'floating', title: '流动人口登记', when: { field: 'populationKind', is: ['02'] } },
  { name: 'overseas', title: '境外人员登记', when: { field: 'populationKind', is: ['03'] } },
  { name: 'leftBehind', title: '留守人员', when: { field: 'groups', is: ['04', '05', '06'] } },
  { name: 'care', title: '关爱服务' },
]

const of = (part: string, fields: readonly Omit<Field, 'part'>[]): Field[] => fields.map((field) => ({ ...field, part }))

export const personFields: readonly Field[] = [
  ...of('identity', [
    { name: 'name', label: '姓名', type: 'text', max: 50, headers: ['人员姓名', '居民姓名', '承租人姓名'], isRequired: true },
    { name: 'certificate', label: '证件类型', type: 'code', table: 'certificate', headers: ['证件种类', '证件名称'] },
    { name: 'certificateNumber', label: '证件号码', type: 'certificateNumber', headers: ['公民身份号码', '身份证号', '身份证号码', '身份证', '公民身份证号码', '证件号'], isSensitive: true },
    { name: 'certificateUntil', label: '证件有效期', type: 'day', headers: ['证件有效期限', '身份证有效期'] },
    { name: 'sex', label: '性别', type: 'code', table: 'sex' },
    { name: 'birth', label: '出生日期', type: 'day', headers: ['出生年月', '生日', '出生年月日'] },
    { name: 'populationKind', label: '人口类型', type: 'code', table: 'populationKind', headers: ['人员类型', '人口类别', '人口性质'] },
    { name: 'formerName', label: '曾用名', type: 'text', max: 50 },
  ]),
  ...of('contact', [
    { name: 'phone', label: '联系电话', type: 'phone', headers: ['联系方式', '电话', '手机', '手机号', '手机号码', '联系人电话'], isSensitive: true },
    { name: 'otherPhone', label: '备用电话', type: 'phone', headers: ['其他联系方式', '固定电话', '固话'], isSensitive: true },
    { name: 'workplace', label: '服务处所', type: 'text', max: 100, headers: ['工作单位', '单位', '就业单位'] },
    { name: 'occupationKind', label: '职业类别', type: 'code', table: 'occupationKind' },
    { name: 'occupation', label: '职业', type: 'text', max: 50 },
  ]),
  ...of('life', [
    { name: 'ethnicity', label: '民族', type: 'code', table: 'ethnicity' },
    { name: 'maritalStatus', label: '婚姻状况', type: 'code', table: 'maritalStatus', headers: ['婚姻'] },
    { name: 'politicalStatus', label: '政治面貌', type: 'code', table: 'politicalStatus' },
    { name: 'education', label: '文化程度', type: 'code', table: 'education', headers: ['学历'] },
    { name: 'nativePlace', label: '籍贯', type: 'text', max: 60 },
    { name: 'nationality', label: '国籍', type: 'code', table: 'country', headers: ['国籍（地区）', '国籍(地区)'] },
    { name: 'note', label: '备注', type: 'longText', max: 500 },
  ]),
  ...of('registered', [
    { name: 'registeredAddress', label: '户籍门楼详址', type: 'text', max: 200, headers: ['户籍门（楼）详址', '户籍门(楼)详址', '户籍地址'] },
    { name: 'registeredPlace', label: '户籍地', type: 'text', max: 100, headers: ['户籍地（省市县）'] },
    { name: 'residenceMatch', label: '人户一致标识', type: 'code', table: 'residenceMatch', headers: ['人户一致', '人户情况'] },
    { name: 'registeredHouseholdNo', label: '户口簿户号', type: 'text', max: 30, headers: ['户号'] },
    { name: 'registrationState', label: '户籍状态', type: 'code', table: 'registrationState' },
    { name: 'registrationChangedOn', label: '户籍变动日期', type: 'day', headers: ['变动时间', '变动日期'] },
    { name: 'registrationReason', label: '迁入迁出原因', type: 'text', max: 60 },
    { name: 'headName', label: '户主姓名', type: 'text', max: 50, headers: ['户主'] },
    { name: 'headNumber', label: '户主身份证号', type: 'identityNumber', headers: ['户主公民身份号码', '户主身份证号码'], isSensitive: true },
    { name: 'headPhone', label: '户主电话', type: 'phone', headers: ['户主联系方式', '户主联系电话'], isSensitive: true },
    { name: 'kinship', label: '与户主关系', type: 'code', table: 'kinship', headers: ['家庭关系', '与户主的关系'] },
  ]),
  ...of('floating', [
    { name: 'origin', label: '来源地', type: 'text', max: 100, headers: ['户籍省市', '户籍所在地'] },
    { name: 'inflowReason', label: '流入原因', type: 'code', table: 'inflowReason' },
    { name: 'arrivedOn', label: '流入日期', type: 'day', headers: ['来杭日期', '来本地日期'] },
    { name: 'floatingSince', label: '流动人口登记日期', type: 'day', headers: ['登记日期'] },
    { name: 'dwellingKind', label: '住所类型', type: 'code', table: 'dwellingKind' },
    { name: 'residencePermit', label: '办证类型', type: 'code', table: 'residencePermit' },
    { name: 'permitNumber', label: '居住证号码', type: 'text', max: 30, headers: ['居住证号', '居住证编号'], isSensitive: true },
    { name: 'permitUntil', label: '居住证到期日期', type: 'day', headers: ['证件到期日期', '有效期'] },
    { name: 'leavesOn', label: '预计离开日期', type: 'day', headers: ['预计离开'] },
    { name: 'floatingAttention', label: '是否重点关注', type: 'yes' },
  ]),
  ...of('overseas', [
    { name: 'foreignSurname', label: '外文姓', type: 'text', max: 40, headers: ['英文姓'] },
    { name: 'foreignName', label: '外文名', type: 'text', max: 80, headers: ['外文姓名', '英文名'] },
    { name: 'visitPurpose', label: '来华目的', type: 'code', table: 'visitPurpose' },
    { name: 'enteredOn', label: '抵达日期', type: 'day' },
    { name: 'departsOn', label: '预计离境日期', type: 'day', headers: ['预计离开日期（境外）'] },
    { name: 'host', label: '接待单位', type: 'text', max: 100 },
    { name: 'overseasAttention', label: '是否重点关注（境外）', type: 'yes' },
  ]),
  ...of('leftBehind', [
    { name: 'leftBehindKind', label: '留守类型', type: 'code', table: 'leftBehindKind', headers: ['留守人员类型'] },
    { name: 'personalIncome', label: '个人年收入（元）', type: 'number', max: 100_000_000, headers: ['个人年收入'], isSensitive: true },
    { name: 'familyIncome', label: '家庭年收入（元）', type: 'number', max: 100_000_000, headers: ['家庭年收入'], isSensitive: true },
    { name: 'relative', label: '家庭主要成员', type: 'text', max: 50, headers: ['家庭主要成员姓名'] },
    { name: 'relativeKinship', label: '与家庭主要成员关系', type: 'code', table: 'kinship' },
    { name: 'relativeNumber', label: '家庭主要成员身份证号', type: 'identityNumber', headers: ['家庭主要成员公民身份号码'], isSensitive: true },
    { name: 'relativePhone', label: '家庭主要成员电话', type: 'phone', isSensitive: true },
    { name: 'relativeHealth', label: '家庭主要成员健康状况', type: 'code', table: 'healthState', isSensitive: true },
    { name: 'relativeWorkplace', label: '家庭主要成员工作地', type: 'text', max: 100 },
    { name: 'help', label: '帮扶情况', type: 'longText', max: 500 },
  ]),
  ...of('care', [
    { name: 'groups', label: '关爱类别', type: 'codes', table: 'careGroup', headers: ['重点人群', '人群类别', '关爱对象类别'] },
    { name: 'health', label: '健康状况', type: 'code', table: 'healthState', isSensitive: true },
    { name: 'disabilityKind', label: '残疾类别', type: 'code', table: 'disabilityKind', isSensitive: true },
    { name: 'disabilityGrade', label: '残疾等级', type: 'code', table: 'disabilityGrade', isSensitive: true },
    { name: 'disabilityCard', label: '残疾证号', type: 'text', max: 30, isSensitive: true },
    { name: 'guardian', label: '监护人或紧急联系人', type: 'text', max: 50, headers: ['监护人', '紧急联系人'] },
    { name: 'guardianPhone', label: '紧急联系电话', type: 'phone', headers: ['监护人电话', '监护人联系方式'], isSensitive: true },
    { name: 'careNote', label: '困难和需求', type: 'longText', max: 500, headers: ['困难及诉求', '具体需求'] },
  ]),
]

/** Communities ask on the grounds of their statutory duties, not of consent (PIPL art. 13 (3)); care is given at the request of the person or by the rules named. */
export const personGrounds: readonly Ground[] = [
  { part: 'identity', purpose: '掌握辖区实有人口，提供公共服务', basis: '城市居民委员会组织法第三条；个人信息保护法第十三条第一款第（三）项', keepYears: 3 },
  { part: 'contact', purpose: '通知、走访与应急联络', basis: '个人信息保护法第十三条第一款第（三）项', keepYears: 1 },
  { part: 'life', purpose: '统计与分类服务', basis: '个人信息保护法第十三条第一款第（三）项', keepYears: 3 },
  { part: 'registered', purpose: '协助户籍人口核对', basis: '户口登记条例第三条；城市居民委员会组织法第三条', keepYears: 3 },
  { part: 'floating', purpose: '协助流动人口登记与服务', basis: '居住证暂行条例第九条（受公安机关委托的社区服务机构）；地方条例的条款由本单位确定', keepYears: 3 },
  { part: 'overseas', purpose: '协助境外人员临时住宿登记', basis: '出境入境管理法第三十九条', keepYears: 3 },
  { part: 'leftBehind', purpose: '关爱留守老人、妇女和儿童', basis: '未成年人保护法第四十三条；老年人权益保障法第七条', keepYears: 1 },
  { part: 'care', purpose: '走访探访、救助和关爱服务', basis: '老年人权益保障法第七条；残疾人保障法第七条；社会救助暂行办法第四条；未成年人保护法第四十三条', keepYears: 1 },
]

/** Present, gone from the sub-district, no longer alive, or one record with another. */
export const personStanding = { present: '在册', left: '已离开', dead: '已故', merged: '已合并' } as const
export type PersonStanding = keyof typeof personStanding
