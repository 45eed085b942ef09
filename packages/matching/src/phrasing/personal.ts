/**
 * What says who somebody is or where they live, taken out of a text before it leaves the house, with a word in its place that tells what stood there.
 * By rule alone, so rather too much than too little goes; a name that nothing announces cannot be known by rules (README.md).
 */
export const withoutPersonal = (text: string): string => rules.reduce((so, [form, word]) => so.replace(form, word as string), text.normalize('NFKC'))

const surnames = '欧阳|司马|上官|诸葛|尉迟|慕容|东方|皇甫|令狐|夏侯|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭鲁韦马苗凤俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬康伍余顾孟黄穆萧肖尹姚邵汪祁毛戴宋庞熊纪舒屈项祝董梁杜阮季贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房缪干解应宗丁邓洪包左石崔吉龚程邢裴陆翁荀甄曲封储靳段焦侯谷车宁仇祖武符刘景龙叶黎白蒲鄂赖卓池乔闻翟谭姬申冉桑牛尚温庄晏瞿阎闫习艾向古易廖耿欧沃关简饶沙丰巢游覃]'
/** What cannot stand in a given name and often follows one. */
const after = '[想要问住在是有的了家今年和与跟也就还能不没去来这那刚从因为我你他她，]'
const given = `(?!${after})\\p{Script=Han}(?:(?!${after})\\p{Script=Han})?`
/** What announces a name. */
const announced = '我叫|名叫|叫做|名字[叫是]|姓名[是为]?[::]?|我姓名|本人|联系人[是为]?[::]?|户主[是为]?[::]?|申请人[是为]?[::]?|(?:爸|妈|爷|奶|公|婆|父亲|母亲|儿子|女儿|孩子|宝宝|丈夫|妻子|爱人|哥|弟|姐|妹)叫'
const titles = '先生|女士|小姐|阿姨|大爷|大妈|奶奶|爷爷|叔叔|伯伯|婶婶|师傅|同志'

const number = '[\\d一二三四五六七八九十百零〇两]'
const home = `${number}{1,5}(?:号楼|幢|栋|座)(?:\\s*${number}{1,4}(?:单元|门))?(?:\\s*${number}{1,5}(?:室|户|号房?))?|${number}{1,4}单元(?:\\s*${number}{1,5}(?:室|户|号)?)?|${number}{2,5}(?:室|号房|房间)|(?<![\\d-])\\d{1,3}-\\d{1,2}-\\d{2,4}(?![\\d-])`
const street = `(?:(?![住在于到去])\\p{Script=Han}){1,6}?(?:大道|路|街|巷|弄|胡同|里|村)\\s*${number}{1,5}(?:弄|号(?!线))(?:\\s*${number}{1,4}号)?`

const rules: readonly (readonly [RegExp, string | ((whole: string, ...parts: string[]) => string)])[] = [
  [/https?:\/\/\S+/gi, '〔网址〕'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '〔邮箱〕'],
  // A birthday keeps its year: what one may have depends on the age.
  [/((?:19|20)\d\d)\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?|[-/.]\d{1,2}[-/.]\d{1,2})(?=\s*(?:出生|生日|生的|生人))/g, '$1年'],
  [/(出生|生日|生于)([^\d，。]{0,6})((?:19|20)\d\d)\s*(?:年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?|[-/.]\d{1,2}[-/.]\d{1,2}|\d{4})/g, '$1$2$3年'],
  // Digits that belong together, however they are parted: identity documents, cards, phones, and whatever else is as long.
  [/(?<![\dA-Za-z])\d(?:[ \-—]?\d){13,18}(?:[ -]?[\dXx])?(?![\dA-Za-z])/g, (whole) => ([15, 18].includes(whole.replace(/[^\dXx]/g, '').length) ? '〔证件号〕' : '〔卡号〕')],
  [/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ \-—]?\d){8}(?!\d)|(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/g, '〔电话〕'],
  [/(?<!\d)\d(?:[ -]?\d){6,}(?!\d)/g, '〔号码〕'],
  [/[零〇一二三四五六七八九幺两]{7,}/g, '〔号码〕'],
  [/(?<![A-Za-z])[EGDSPHKM][A-Z]?\d{7,8}(?!\d)/gi, '〔证件号〕'],
  [/[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Z][\s·.-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9学警港澳挂]/gi, '〔车牌〕'],
  [/((?:微信|QQ|抖音|支付宝)(?:号|账号)?[是为:：]?\s*)[A-Za-z0-9_-]{5,}/gi, '$1〔账号〕'],
  [new RegExp(`(${announced})\\s*(?:${surnames})(?:${given})`, 'gu'), '$1〔姓名〕'],
  [new RegExp(`(我是|我系)(?:${surnames})(?:${given})(?=[，,。.;；\\s!！]|$|${after})`, 'gu'), '$1〔姓名〕'],
  [new RegExp(`(?:${surnames})\\p{Script=Han}{0,2}?(${titles})`, 'gu'), '〔姓名〕$1'],
  [new RegExp(street, 'gu'), '〔住址〕'],
  [new RegExp(home, 'gu'), '〔住址〕'],
  [/(?:〔住址〕\s*){2,}/g, '〔住址〕'],
]
