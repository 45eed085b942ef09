/** What kinds of personal data an office keeps, in the order of the register (个人信息处理登记). */
export const processingKind = {
  person: '人口', housing: '房屋', building: '楼幢', household: '户', enterprise: '单位', thing: '物与部件', residency: '居住与迁移', copy: '变更记录与文件', event: '事件与上报人', link: '外部人员', account: '账号与登录', staff: '工作人员留痕',
} as const
export type ProcessingKind = keyof typeof processingKind

/** The grounds of PIPL art. 13, first paragraph, in its order. */
export const legalGround = {
  consent: '本人同意', contract: '订立、履行合同或人力资源管理所必需', duty: '履行法定职责或者法定义务所必需', emergency: '应对突发公共卫生事件或紧急情况所必需',
  news: '公共利益的新闻报道、舆论监督', open: '本人公开或已合法公开', law: '法律、行政法规规定的其他情形',
} as const
export type LegalGround = keyof typeof legalGround
