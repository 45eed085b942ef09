/** What nobody had an answer for, in the words of several people, and what a worker said. All of it fictional. */
export interface Unknown { weight: number, asked: string[], reply: string }

export const unknown: Unknown[] = [
  { weight: 9, asked: ['楼下快递柜能移到北门吗', '快递柜可以移到北门去吗', '能不能把快递柜移到北门', '快递柜什么时候移到北门'], reply: '快递柜准备移到北门，业委会正在征求意见，定了会贴通知。' },
  { weight: 8, asked: ['小区东门什么时候开放', '东门怎么一直不开', '小区东门能不能早点开放', '东门几点开放'], reply: '东门在做道闸改造，预计下月初开放，早 6 点到晚 11 点。' },
  { weight: 7, asked: ['地下车库充电桩还装不装', '车库充电桩什么时候装', '地下车库能装充电桩吗'], reply: '充电桩第二批在报装，车位号到物业登记排队。' },
  { weight: 6, asked: ['社区游泳馆办卡怎么收费', '游泳馆年卡多少钱', '社区游泳馆收费标准'], reply: '游泳馆由第三方运营，年卡价目在馆里前台，社区居民凭登记有优惠。' },
  { weight: 5, asked: ['楼顶太阳能热水器能装吗', '楼顶可以装太阳能热水器吗'], reply: '楼顶安装要先经本幢业主同意并报物业备案，不能破坏防水层。' },
  { weight: 5, asked: ['河边步道晚上灯太暗', '河边步道的灯几点关', '河边步道晚上能亮灯吗'], reply: '步道灯到晚上 10 点半，偏暗的几盏已报修。' },
  { weight: 4, asked: ['社区能借轮椅吗', '哪里可以借轮椅', '社区有没有轮椅借'], reply: '社区服务大厅可以借轮椅，登记身份证，最长借 30 天。' },
  { weight: 4, asked: ['露天电影今年还放吗', '夏天露天电影什么时候放'], reply: '露天电影七月每周五晚上在中心广场放。' },
  { weight: 3, asked: ['老小区楼道粉刷轮到我们了吗', '楼道粉刷什么时候轮到'], reply: '楼道粉刷按幢号排，今年到 12 幢，明年继续。' },
  { weight: 3, asked: ['暑托班还有名额吗', '社区暑托班怎么报名额'], reply: '暑托班还有少量名额，请带户口簿到社区报名。' },
]

export const thanks = ['好的谢谢', '谢谢', '知道了', '明白了，谢谢你']
