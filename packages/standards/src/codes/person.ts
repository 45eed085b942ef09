import { entriesOf, groupedEntriesOf, unverified, type CodeTable } from './table.ts'

export const sex: CodeTable = {
  name: 'sex',
  title: '性别',
  standard: 'GB/T 2261.1-2003',
  entries: entriesOf('0未知的性别 1男性 2女性 9未说明的性别'),
}

export const maritalStatus: CodeTable = {
  name: 'maritalStatus',
  title: '婚姻状况',
  standard: 'GB/T 2261.2-2003',
  entries: groupedEntriesOf('10未婚 20已婚 21初婚 22再婚 23复婚 30丧偶 40离婚 90未说明的婚姻状况'),
}

export const politicalStatus: CodeTable = {
  name: 'politicalStatus',
  title: '政治面貌',
  standard: 'GB/T 4762-1984',
  entries: entriesOf(`01中共党员 02中共预备党员 03共青团员 04民革党员 05民盟盟员 06民建会员 07民进会员 08农工党党员
    09致公党党员 10九三学社社员 11台盟盟员 12无党派人士 13群众`),
}

export const education: CodeTable = {
  name: 'education',
  title: '文化程度',
  standard: 'GB/T 4658-2006',
  entries: groupedEntriesOf(`
    10研究生教育 11博士研究生毕业 12博士研究生结业 13博士研究生肄业 14硕士研究生毕业 15硕士研究生结业 16硕士研究生肄业
    17研究生班毕业 18研究生班结业 19研究生班肄业
    20大学本科教育 21大学本科毕业 22大学本科结业 23大学本科肄业 28大学普通班毕业
    30大学专科教育 31大学专科毕业 32大学专科结业 33大学专科肄业
    40中等职业教育 41中等专科毕业 42中等专科结业 43中等专科肄业 44职业高中毕业 45职业高中结业 46职业高中肄业
    47技工学校毕业 48技工学校结业 49技工学校肄业
    60普通高中教育 61普通高中毕业 62普通高中结业 63普通高中肄业
    70初级中学教育 71初中毕业 73初中肄业
    80小学教育 81小学毕业 83小学肄业
    90其他`),
}

export const certificate: CodeTable = {
  name: 'certificate',
  title: '证件类型',
  standard: 'GA/T 517-2004',
  note: `${unverified}, but for 111`,
  entries: entriesOf(`111居民身份证 112临时居民身份证 113户口簿 114军官证 115武警警官证 116暂住证 117出生医学证明 414普通护照
    511台湾居民来往大陆通行证 513往来港澳通行证 516港澳居民来往内地通行证 553外国人永久居留身份证 990其他`),
}

export const kinship: CodeTable = {
  name: 'kinship',
  title: '家庭关系',
  standard: 'GB/T 4761-2008',
  note: unverified,
  entries: groupedEntriesOf(`
    01本人 02户主
    10配偶 11夫 12妻
    20子 21独生子 22长子 23次子 24三子 27养子或继子 28女婿 29其他儿子
    30女 31独生女 32长女 33次女 34三女 37养女或继女 38儿媳 39其他女儿
    40孙子、孙女或外孙子、外孙女 41孙子 42孙女 43外孙子 44外孙女 45孙媳妇或外孙媳妇 46孙女婿或外孙女婿
    50父母 51父亲 52母亲 53公公 54婆婆 55岳父 56岳母 57继父或养父 58继母或养母
    60祖父母或外祖父母 61祖父 62祖母 63外祖父 64外祖母
    70兄弟姐妹 71兄 72嫂 73弟 74弟媳 75姐姐 76姐夫 77妹妹 78妹夫
    80其他 81伯父 82伯母 83叔父 84婶母 85舅父 86舅母 87姨父 88姨母 89姑父 90姑母 91堂兄弟姐妹 92表兄弟姐妹
    93侄子 94侄女 95外甥 96外甥女 97其他亲属 99非亲属`),
}

/** The great classes of GB/T 6565-2015; the trade itself is written in words. */
export const occupationKind: CodeTable = {
  name: 'occupationKind',
  title: '职业类别',
  standard: 'GB/T 6565-2015',
  note: unverified,
  entries: entriesOf(`10000党政机关、群众团体、社会组织、企事业单位负责人 20000专业技术人员 30000办事人员和有关人员 40000社会生产服务和生活服务人员
    50000农、林、牧、渔业生产及辅助人员 60000生产制造及有关人员 70000军人 80000不便分类的其他从业人员`),
}
