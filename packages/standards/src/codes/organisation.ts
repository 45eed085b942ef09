import { entriesOf, unverified, type CodeEntry, type CodeTable } from './table.ts'

const standard = 'GB/T 31000-2015'

export const enterpriseKind: CodeTable = {
  name: 'enterpriseKind',
  title: '企业类别',
  standard,
  note: unverified,
  entries: entriesOf('01内资企业 02外资企业 03个体工商户 04农民专业合作社 99其他'),
}

export const enterpriseControl: CodeTable = {
  name: 'enterpriseControl',
  title: '控股情况',
  standard,
  note: unverified,
  entries: entriesOf('110国有控股 120集体控股 210私人控股 220港澳台商控股 230外商控股'),
}

export const socialOrganisationKind: CodeTable = {
  name: 'socialOrganisationKind',
  title: '社会组织类型',
  standard,
  note: unverified,
  entries: entriesOf('01社会团体 02民办非企业单位 03基金会 04外国商会 99其他'),
}

/** First two characters of a unified social credit code: who registered it and as what. Only the common ones. */
export const creditRegistration: CodeTable = {
  name: 'creditRegistration',
  title: '登记类别',
  standard: 'GB 32100-2015',
  note: unverified,
  entries: withDepartments('11机关 12事业单位 51社会团体 52民办非企业单位 53基金会 91企业 92个体工商户 93农民专业合作社'),
}

/** The department is the first character: 1 机构编制, 5 民政, 9 市场监管. */
function withDepartments(text: string): CodeEntry[] {
  return [...entriesOf('1机构编制 5民政 9市场监管'), ...entriesOf(text).map(({ code, label }) => ({ code, label, parent: code.charAt(0) }))]
}
