import { nationalWords } from './national-words.ts'
import { codesOf, wordsOf, type DirectoryMatter } from './text.ts'

/** 城市运行管理服务平台 管理部件和事项. Five digits: two of the major class, three of the minor. */
export const nationalStandard = 'GB/T 47678.5-2026'
/** Its forerunner; the minor numbers were kept. */
const formerStandard = 'GB/T 30428.2-2013'

/** Majors 01–05 are components, whose matters read 「X异常」; 06–10 are matters of their own. */
const majors = '01市政公用设施 02交通设施 03市容环卫设施 04园林绿化设施 05其他设施 06市容环境 07宣传广告 08施工管理 09街面秩序 10其他事项'

/** Of the components those that a sub-district meets; the directory has 153. */
const components = `
  01001供水井盖 01002污水井盖 01003雨水井盖 01004雨水箅子 01005电力井盖 01006路灯井盖 01007通信井盖 01011燃气井盖 01013消防设施
  01018化粪池井盖 01023不明井盖 01037路灯 01046户外健身设施 01054充电桩 01059旧衣物回收箱 01066紧急报警点 01075快递柜 01076公用电梯
  02001停车场 02025非机动车停放点 02034无障碍设施 02038门(楼号)牌 02043减速带
  03001公厕 03003化粪池 03005垃圾箱 03008宣传栏
  04002行道树 04011树池 04013绿地
  05002公房地下室 05003加油(气、电)站 05009文物古迹`

const matters: Record<string, string> = {
  '06': `001私搭乱建 002店面无证装修 003违章接坡 004建筑物外立面污损 005临街阳台屋顶脏乱差 006擅自挂彩旗 007沿街晾挂 008擅自架设管线杆线
    009空调室外机低挂 010暴露垃圾 011积存垃圾渣土 012道路不洁 013道路破损 014道路遗撒 015沙(河)滩不洁 016交通标线不清晰 017绿地脏乱 018绿化弃料
    019非装饰性吊挂 020焚烧垃圾树叶 021病虫害 022非法伐树 023堤岸破损 024水域秩序乱象 025水域不洁 026河道污染 027油烟污染 028噪声扰民 029露天烧烤
    030乱倒乱排污水废水 032非正规垃圾填埋场 033乱丢弃医疗废物 034废弃车辆 035废弃家具设备 036乱堆杂物 037动物尸体 038擅自饲养家禽家畜
    039违章开设道口 040私设地锁阻车桩 041垃圾未分类 042垃圾站(箱)满溢 043遮阳篷破损 044节庆装饰物破损 045非法占绿毁绿 046占用河道 047公园秩序
    048边坡(挡土墙)破损 049台阶破损 050路缘石缺损 051盲道缺损 052无障碍坡道破损`,
  '07': '001非法小广告 002街头散发广告 003违规户外广告 004广告语言文字不规范 006违规牌匾标识 007违规标语宣传品 008公益性宣传品缺损',
  '08': `001施工扰民 002施工占道 003无证掘路 004工地扬尘 005施工废弃料 006施工物料乱堆放 007工地围挡问题 008工地道路未硬化 009工地出入口道路破损
    010完工未场光地净 011渣土车未装密闭装置 012车轮夹带 013违规高空悬吊 014预埋件裸露 015施工公示牌污损 016无证建设`,
  '09': `001无照经营游商 002早(夜)市管理 003流浪乞讨 004废品收购乱象 005店外经营 006占道经营 008非法出版物 009机动车乱停放 010非机动车乱停放
    011共享单车乱象 012占用消防通道 013临街屠宰 014畜力车进城 015无证餐饮 016违规设停车场 017违规占用桥下空间 018履带车违规上路 019占用无障碍通道
    020农贸市场秩序 021占道洗车 022占道促销宣传`,
  '10': '001道路积雪结冰 002架空线缆脱落',
}

/** Codes of the forerunner that systems in use still send. */
const former: Record<string, string> = {
  '06001': '01-01', '06007': '01-07', '06010': '01-10', '06011': '01-11', '06012': '01-12', '06036': '01-36', '07001': '02-01', '07003': '02-03',
  '08011': '03-11', '09001': '04-01', '09005': '04-05', '09006': '04-06', '09009': '04-09', '09010': '04-10',
}

const words = wordsOf(nationalWords)

export const nationalMatters: readonly DirectoryMatter[] = [
  ...codesOf(majors).map(({ code, name }) => group(code, name)),
  ...codesOf(components).map(({ code, name }) => leaf(code, `${name}异常`)),
  ...Object.entries(matters).flatMap(([major, text]) => codesOf(text).map(({ code, name }) => leaf(`${major}${code}`, name))),
]

function group(code: string, name: string): DirectoryMatter {
  return { code, name, parent: null, standard: nationalStandard, mapped: [], words: [], isLeaf: false, isConfidential: false }
}

function leaf(code: string, name: string): DirectoryMatter {
  const mapped = former[code] === undefined ? [] : [{ standard: formerStandard, code: former[code] }]
  return { code, name, parent: code.slice(0, 2), standard: nationalStandard, mapped, words: words.get(code) ?? [], isLeaf: true, isConfidential: false }
}
