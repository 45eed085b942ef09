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

/** What is kept of whoever does business or serves people in an area, whether registered or not; and what products in use ask of it. */
const table = (name: string, title: string, source: string, entries: string): CodeTable => ({ name, title, standard: source, note: unverified, entries: entriesOf(entries) })

export const enterpriseTables: readonly CodeTable[] = [
  table('enterpriseSort', '主体类型', standard, '01企业 02个体工商户 03社会组织 04机关事业单位 05学校幼儿园 06医疗机构 07重点场所 99其他'),
  table('registrationType', '登记注册类型', '企业登记注册类型（国家统计局，归并）', `110国有企业 120集体企业 130股份合作企业 140联营企业 150有限责任公司 160股份有限公司 170私营企业 190其他内资企业
    200港澳台商投资企业 300外商投资企业`),
  table('industry', '行业类别', 'GB/T 4754-2017（归并）', `01制造业 02批发零售 03餐饮 04住宿 05居民服务 06美容美发 07维修 08物流快递 09建筑业 10教育培训 11医疗卫生 12文化娱乐 13金融 14信息技术
    15房地产与物业 16商务服务 17农林牧渔 99其他`),
  table('businessState', '经营状态', standard, '01在营 02停业 03注销 04撤销或吊销 99其他'),
  table('attention', '关注程度', standard, '00不关注 01高 02中 03低'),
  table('placeKind', '重点场所类别', standard, '01娱乐场所 02餐饮场所 03危化场所 04教育场所 05金融场所 06医院 07酒店 08生活服务场所 10景区 11交通场站 99其他'),
  table('smallPlace', '九小场所', '消防安全监管工作口径', '01小学校或幼儿园 02小医院 03小商店 04小餐饮场所 05小旅馆 06小歌舞娱乐场所 07小网吧 08小美容洗浴场所 09小生产加工企业'),
  table('schoolKind', '办学类型', standard, '01幼儿园 02小学 03初中 04高中 05九年一贯制学校 06职业学校 07培训机构 99其他'),
]

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
