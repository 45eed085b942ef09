import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directory } from './directory/index.ts'
import { indexOf, suggest } from './suggestion.ts'

const index = indexOf(directory.filter(({ isLeaf }) => isLeaf).map(({ code, name, words }) => ({ code, name, words, path: '', office: '/' })))
const codes = (text: string) => suggest(index, text, ['/']).map(({ code }) => code)

/** What people write, and the matters of which one must stand first. */
const said: [string, ...string[]][] = [
  ['楼道里有人给电动车充电', 'B01', 'B02'],
  ['三楼有人从窗户拉线下来给电瓶车充电，很危险', 'B01'],
  ['邻居把电瓶车推进电梯上楼了', 'B02'],
  ['垃圾没人收', '06042', '06010'],
  ['3幢门口垃圾桶满了两天，垃圾都堆到地上了', '06042'],
  ['河边绿道旁边有一堆生活垃圾，没人清理', '06010'],
  ['路灯不亮', '01037'],
  ['小区门口这条路的路灯坏了，晚上黑漆漆的', '01037'],
  ['消防通道被私家车堵住了', '09012', 'B03'],
  ['楼道里堆满了纸箱和旧鞋柜', 'B04'],
  ['楼上漏水，把我家厨房天花板泡坏了', 'G05'],
  ['晚上十点多了广场舞音响还很吵', 'C07'],
  ['楼上装修中午电钻一直响', 'C06'],
  ['工地半夜还在打桩施工，吵得睡不着', '08001'],
  ['井盖松了，车子压过去哐当响', '01003'],
  ['人行道地砖松动，老人容易摔跤', '06013'],
  ['饭店油烟太大，楼上熏得不能开窗', '06027', 'C04'],
  ['路口有人摆地摊卖水果，挡住路了', '09001'],
  ['店门口桌子都摆到人行道上了', '09005'],
  ['墙上电线杆上全是办证小广告', '07001'],
  ['沿街住户拉绳子晒被子', '06007'],
  ['共享单车堆在公交站台', '09011'],
  ['电动车停满盲道', '09010', '09019'],
  ['楼顶有人搭彩钢棚，怀疑是违建', '06001'],
  ['房东不退押金', 'A04'],
  ['老板拖欠工资三个月了', 'A10'],
  ['楼上总是往下扔烟头和垃圾', 'B06'],
  ['闻到很浓的煤气味', 'M05', 'B05'],
  ['电梯困人了，快来', 'M04'],
  ['小区没电了，什么时候来电', 'D02'],
  ['我家没水了', 'D01'],
  ['怎么办居住证', 'J01'],
  ['老人80岁了高龄津贴怎么申请', 'F07'],
  ['低保怎么申请', 'F03'],
  ['邻居家的狗半夜一直叫，遛狗也不拴绳', 'C05'],
  ['河里漂着很多垃圾', '06025'],
  ['河水发黑发臭', '06026'],
  ['有人在绿化带里种菜', '06045'],
  ['旧沙发扔在楼下好几天了', '06035', 'C02'],
  ['装修垃圾堆在小区路边', '06011', 'C03'],
  ['路面积水很深，车都过不去', 'M06'],
  ['外来车辆太多，小区里抢不到车位', 'G01'],
  ['物业费涨价没有和业主商量', 'G02'],
  ['老人走失了', 'M03'],
  ['隔断房住了十几个人', 'B10'],
  ['接到冒充客服的诈骗电话', 'E01'],
  ['电瓶被偷了', 'E02'],
  ['健身器材坏了', '01046'],
  ['电线垂下来快碰到头了', '10002'],
  ['渣土车没盖，一路洒土', '08011', '06014'],
  ['夫妻吵架闹离婚，请社区调解', 'A01'],
  ['公厕太臭没人打扫', '03001'],
  ['共用电梯异响抖动', '01076', 'B08'],
  ['树枝挡住了窗户，要修剪', '04002'],
]
for (const [text, ...wanted] of said) test(text, () => assert.ok(wanted.includes(codes(text)[0] ?? ''), `${codes(text).join(' ')} where ${wanted.join(' or ')} was meant`))

test('what says nothing suggests nothing', () => {
  for (const text of ['', '你好', '。。。', '123']) assert.deepEqual(codes(text), [])
})

test('the same words give the same answer, whatever stands between them', () => assert.deepEqual(codes('路灯 不亮！'), codes('路灯不亮')))

test('the matters of another office are not suggested', () => {
  const own = indexOf([{ code: 'N01', name: '校门口拥堵', words: [], path: '', office: '/33/99/01/008/' }])
  assert.equal(suggest(own, '校门口拥堵', ['/', '/33/99/01/009/']).length, 0)
  assert.equal(suggest(own, '校门口拥堵', ['/', '/33/99/01/008/'])[0]?.code, 'N01')
})
