import type { Field } from './base/field.ts'

/** Restricted groups (特殊人群) that an office may switch on. Belief, AIDS, drugs and petitions are none of them, on purpose. */
export const specialKind = { released: '刑满释放人员', correction: '社区矫正对象', disorder: '严重精神障碍患者', youth: '重点青少年' } as const
export type SpecialKind = keyof typeof specialKind

/** Whether an office keeps them: asked for by one administrator, agreed to by another. */
export const specialStatus = { off: '未启用', asked: '待审批', on: '已启用', refused: '未同意' } as const
export type SpecialStatus = keyof typeof specialStatus

const of = (kind: SpecialKind, fields: readonly Omit<Field, 'part' | 'isSensitive'>[]): Field[] => fields.map((field) => ({ ...field, part: kind, isSensitive: true }))

/** What is kept of whom (domain §2.1, GB/T 31000 特殊人群, 重点青少年); everything sealed together. */
export const specialFields: Readonly<Record<SpecialKind, readonly Field[]>> = {
  released: of('released', [
    { name: 'offence', label: '原罪名', type: 'text', max: 100 },
    { name: 'sentence', label: '原判刑期', type: 'text', max: 60 },
    { name: 'prison', label: '服刑场所', type: 'text', max: 100 },
    { name: 'releasedOn', label: '释放日期', type: 'day' },
    { name: 'isRecidivist', label: '累犯', type: 'yes' },
    { name: 'careLevel', label: '危险性评估类型', type: 'code', table: 'specialCareLevel' },
    { name: 'receivedOn', label: '衔接日期', type: 'day' },
    { name: 'reception', label: '衔接情况', type: 'code', table: 'specialReception' },
    { name: 'placedOn', label: '安置日期', type: 'day' },
    { name: 'placement', label: '安置情况', type: 'code', table: 'specialPlacement' },
    { name: 'unplacedReason', label: '未安置原因', type: 'text', max: 200 },
    { name: 'carer', label: '帮教责任人', type: 'text', max: 50 },
    { name: 'carerPhone', label: '帮教责任人电话', type: 'phone' },
    { name: 'care', label: '帮教情况', type: 'longText', max: 1000 },
    { name: 'hasReoffended', label: '重新犯罪', type: 'yes' },
    { name: 'newOffence', label: '重新犯罪罪名', type: 'text', max: 100 },
  ]),
  correction: of('correction', [
    { name: 'number', label: '矫正人员编号', type: 'text', max: 30 },
    { name: 'detention', label: '原羁押场所', type: 'text', max: 100 },
    { name: 'correctionKind', label: '矫正类别', type: 'code', table: 'specialCorrectionKind' },
    { name: 'caseKind', label: '案件类别', type: 'text', max: 60 },
    { name: 'offence', label: '具体罪名', type: 'text', max: 100 },
    { name: 'sentence', label: '原判刑期', type: 'text', max: 60 },
    { name: 'from', label: '矫正开始日期', type: 'day' },
    { name: 'until', label: '矫正结束日期', type: 'day' },
    { name: 'arrival', label: '接收方式', type: 'code', table: 'specialArrival' },
    { name: 'isRecidivist', label: '累惯犯', type: 'yes' },
    { name: 'team', label: '矫正小组', type: 'codes', table: 'specialTeam' },
    { name: 'carer', label: '协助社工', type: 'text', max: 50 },
    { name: 'release', label: '解除矫正类型', type: 'code', table: 'specialRelease' },
    { name: 'isLost', label: '脱管', type: 'yes' },
    { name: 'isMissed', label: '漏管', type: 'yes' },
    { name: 'awards', label: '奖惩情况', type: 'longText', max: 500 },
    { name: 'changes', label: '刑罚变更执行情况', type: 'longText', max: 500 },
    { name: 'hasReoffended', label: '重新犯罪', type: 'yes' },
  ]),
  disorder: of('disorder', [
    { name: 'means', label: '家庭经济状况', type: 'code', table: 'specialMeans' },
    { name: 'hasAllowance', label: '享受低保', type: 'yes' },
    { name: 'guardian', label: '监护人', type: 'text', max: 50 },
    { name: 'guardianNumber', label: '监护人身份证号', type: 'identityNumber' },
    { name: 'guardianPhone', label: '监护人电话', type: 'phone' },
    { name: 'firstOn', label: '初次发病日期', type: 'day' },
    { name: 'diagnosis', label: '诊断类型', type: 'code', table: 'specialDiagnosis' },
    { name: 'hasHarmed', label: '有肇事肇祸史', type: 'yes' },
    { name: 'harmCount', label: '肇事肇祸次数', type: 'number', max: 999 },
    { name: 'lastHarmOn', label: '上次肇事肇祸日期', type: 'day' },
    { name: 'risk', label: '危险性等级', type: 'code', table: 'specialRisk' },
    { name: 'treatment', label: '治疗情况', type: 'code', table: 'specialTreatment' },
    { name: 'hospital', label: '治疗医院', type: 'text', max: 100 },
    { name: 'admission', label: '住院原因', type: 'text', max: 200 },
    { name: 'rehabilitation', label: '康复机构', type: 'text', max: 100 },
    { name: 'carers', label: '参与管理人员', type: 'codes', table: 'specialCarer' },
    { name: 'help', label: '帮扶部门', type: 'codes', table: 'specialHelp' },
    { name: 'care', label: '帮扶情况', type: 'longText', max: 1000 },
  ]),
  youth: of('youth', [
    { name: 'youthKind', label: '人员类型', type: 'code', table: 'specialYouthKind' },
    { name: 'family', label: '家庭情况', type: 'code', table: 'specialFamily' },
    { name: 'guardian', label: '监护人', type: 'text', max: 50 },
    { name: 'guardianNumber', label: '监护人身份证号', type: 'identityNumber' },
    { name: 'guardianKinship', label: '与监护人关系', type: 'code', table: 'kinship' },
    { name: 'guardianPhone', label: '监护人电话', type: 'phone' },
    { name: 'guardianAddress', label: '监护人居住详址', type: 'text', max: 200 },
    { name: 'hasOffended', label: '有犯罪记录', type: 'yes' },
    { name: 'offence', label: '犯罪情况', type: 'text', max: 200 },
    { name: 'carer', label: '帮扶人', type: 'text', max: 50 },
    { name: 'carerPhone', label: '帮扶人电话', type: 'phone' },
    { name: 'helpWay', label: '帮扶手段', type: 'code', table: 'specialYouthHelp' },
    { name: 'care', label: '帮扶情况', type: 'longText', max: 1000 },
    { name: 'attention', label: '关注程度', type: 'code', table: 'attention' },
  ]),
}

/** What no office may keep lists of: belief, illnesses the law keeps secret, drugs, petitions (PIPL art. 28; 艾滋病防治条例 第三十九条). */
const forbidden = /宗教|信仰|信教|艾滋|HIV|吸毒|戒毒|涉毒|上访|信访人|邪教/i
/** What belongs into a restricted group and nowhere else: a tag, a field or a code would show it to everybody. */
const restricted = /刑满|刑释|服刑|社区矫正|矫正对象|矫正人员|安置帮教|精神障碍|精神病|肇事肇祸|重点青少年/

/** Why a tag, a field or a code may not be called so; undefined where it may. */
export function refusedWord(text: string): string | undefined {
  if (forbidden.test(text)) return '法律法规限制收集这类信息，不能登记'
  return restricted.test(text) ? '特殊人群只在专门的受限模块里登记，不能用标签、自加项目或代码标记' : undefined
}
