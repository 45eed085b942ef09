/** What is asked of somebody at their door, and how it is called there; everything else is asked at a desk. */
export const doorField = {
  name: '姓名', certificate: '证件类型', certificateNumber: '证件号码', sex: '性别', birth: '出生日期', phone: '联系电话', populationKind: '人口类型', kinship: '与户主关系', otherPhone: '备用电话', workplace: '服务处所', guardian: '监护人或紧急联系人',
  guardianPhone: '紧急联系电话',
} as const
export type DoorField = keyof typeof doorField

/** What a phone is not given of those who live there: an age does where a day of birth is not asked for. */
export const keptBack: readonly DoorField[] = ['birth']
