/** What a file of the map holds (底图数据). */
export const mapLayer = { plan: '道路、水系、绿地', building: '楼幢', area: '社区、网格、微网格边界', place: '地点' } as const
export type MapLayer = keyof typeof mapLayer

/** In which coordinates a file is written; `auto` goes by what the file says of itself. */
export const mapCrs = { auto: '自动识别', CGCS2000: 'CGCS2000 或 WGS84 经纬度', GCJ02: 'GCJ-02（高德、腾讯地图）', BD09: 'BD-09（百度地图）', gaussKruger: 'CGCS2000 高斯投影平面坐标' } as const
export type MapCrs = keyof typeof mapCrs

export const mapStatus = { reading: '读取中', ready: '待确认', committing: '导入中', done: '已导入', undoing: '撤销中', undone: '已撤销', cancelled: '已取消', failed: '不能读取' } as const
export const mapOutcome = { fresh: '新增', changed: '有变化', same: '没有变化', bad: '有错误' } as const
export const mapResult = { entered: '已新增', changed: '已更新', stale: '平台数据已变，未导入', undone: '已撤销', kept: '撤销时保留' } as const

/** What columns of a file may say of a feature. */
export const mapColumn = { name: '名称', code: '编码', kind: '类型', height: '高度（米）', floors: '层数', width: '宽度（米）', sort: '分类', level: '级别' } as const
export type MapColumn = keyof typeof mapColumn

export const planKind = { road: '道路', water: '水系', green: '绿地', place: '地点' } as const
