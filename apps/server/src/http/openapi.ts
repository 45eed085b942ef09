import { DocumentSent, DocumentView, FileView, contract, problems, type Endpoint } from '@linli/contract'
import * as z from 'zod'

const moduleNames: Record<keyof typeof contract, string> = {
  identity: '登录与账号', account: '人员与授权', organisation: '辖区与单位', atlas: '地图底图', zoning: '网格划分', mapping: '底图数据', matter: '事项目录', calendar: '工作日历', dictionary: '代码表', bookmark: '常用列表', duty: '值班', attend: '人工接待', learning: '问题学习', board: '接待看板', presence: '共享位置', reply: '常用回复', housing: '房屋', building: '楼幢', document: '附件材料', concern: '与档案有关的事件', person: '人口', transfer: '社区间迁移', twin: '疑似重复人员', household: '户', relation: '关系', thing: '物与部件', field: '自加项目与来源规则', special: '特殊人群（受限）', tag: '标签', claim: '待定值', doorstep: '入户登记', enterprise: '企业与组织', find: '查找', quality: '数据质量', logbook: '登记簿', ledger: '名单与台账', intake: '导入', routing: '派遣规则', event: '事件', link: '一次性链接', whistle: '吹哨', notice: '站内提醒', reception: '问社工', bulletin: '报表', indicator: '指标', insight: '统计分析', risk: '风险：分值、预警与规则', governance: '治理事项', sandtable: '数字沙盘', desk: '受理台与批量办理', knowledge: '知识库', processing: '个人信息处理登记', rights: '个人信息请求', retention: '到期清理', audit: '审计', system: '运行',
}

/** The whole contract as an OpenAPI 3.1 document: one POST an endpoint, problems for every refusal; and what is no JSON: photos and the live stream. */
export function openApi(version: string): Record<string, unknown> {
  const paths = Object.fromEntries(Object.entries(contract).flatMap(([module, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([name, endpoint]) => [`/api/${module}/${name}`, { post: operation(module, name, endpoint) }])))
  return {
    openapi: '3.1.0',
    info: { title: '邻里 Linli', version, description: '除照片、附件材料、台账文件与实时通知外，每个接口都是 POST，内容为 JSON。出错时回答 application/problem+json（RFC 9457），其中 code 不会改变。' },
    tags: Object.entries(moduleNames).map(([name, description]) => ({ name, description })).concat({ name: 'file', description: '照片' }, { name: 'stream', description: '实时通知' }),
    paths: { ...paths, ...others },
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'linli_session' }, bearer: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: problemSchema },
    },
  }
}

function operation(module: string, name: string, { title, may, kind, sensitive, input, output }: Endpoint) {
  return {
    tags: [module],
    operationId: `${module}.${name}`,
    summary: title,
    description: [`权限：${may}`, kind === 'writes' ? '写入，可带 idempotency-key 头避免重复提交' : '只读', sensitive ? '每次查看都记入审计' : ''].filter(Boolean).join('；'),
    security: may === 'anyone' ? [] : signedIn,
    requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(input, { io: 'input' }) } } },
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: z.toJSONSchema(output, { io: 'output' }) } } },
      default: refused,
    },
  }
}

const signedIn = [{ session: [] }, { bearer: [] }]
const refused = { description: '不能办理', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }

const others = {
  '/api/file/upload': { post: {
    tags: ['file'], operationId: 'file.upload', summary: '上传照片', description: '上传后在事件的 photos 中写明编号；一天内没有用上的会清理。拍摄地点等信息会去掉。', security: signedIn,
    requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } } } } } },
    responses: { 200: { description: '成功', content: { 'application/json': { schema: z.toJSONSchema(FileView, { io: 'output' }) } } }, default: refused },
  } },
  '/api/file/{id}': { get: {
    tags: ['file'], operationId: 'file.get', summary: '查看照片', description: '能看到事件的人可以看它的照片。', security: signedIn,
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }, { name: 'size', in: 'query', schema: { type: 'string', enum: ['full', 'thumb'] } }],
    responses: { 200: { description: '成功', content: { 'image/jpeg': {} } }, default: refused },
  } },
  '/api/document/upload': { post: {
    tags: ['document'], operationId: 'document.upload', summary: '上传附件材料', description: '先写明是哪份档案的（person、household、housing、enterprise、thing、building 之一）、类别 sort 和名称 name，最后是文件：照片或 PDF，最大 15 MB。', security: signedIn,
    requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['sort', 'name', 'file'], properties: { ...(z.toJSONSchema(DocumentSent, { io: 'input' }) as { properties: object }).properties, file: { type: 'string', contentMediaType: 'application/octet-stream' } } } } } },
    responses: { 200: { description: '成功', content: { 'application/json': { schema: z.toJSONSchema(DocumentView, { io: 'output' }) } } }, default: refused },
  } },
  '/api/document/file': { post: {
    tags: ['document'], operationId: 'document.file', summary: '查看附件材料', description: '敏感的材料须写明用途；每次查看都记入审计。', security: signedIn,
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' }, purpose: { type: 'string', maxLength: 100 } } } } } },
    responses: { 200: { description: '成功', content: { 'image/jpeg': {}, 'application/pdf': {} } }, default: refused },
  } },
  '/api/ledger/file': { post: {
    tags: ['ledger'], operationId: 'ledger.file', summary: '下载导出的台账', description: '本人申请、可下载的导出；含完整号码的只能下载一次，中断后十分钟内可重来。边读边写，行数再多也不占内存。', security: signedIn,
    requestBody: { required: true, content: { 'application/json': { schema: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } } } } },
    responses: { 200: { description: '成功', content: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {} } }, default: refused },
  } },
  '/api/stream': { get: {
    tags: ['stream'], operationId: 'stream.open', summary: '实时通知', description: 'text/event-stream：有变化时送来 {"topic","id"}，收到后重新查询；刚连上和重新连上时送来 {"topic":"resync"}，应全部重新查询。', security: signedIn,
    responses: { 200: { description: '成功', content: { 'text/event-stream': {} } }, default: refused },
  } },
}

const problemSchema = {
  type: 'object',
  required: ['type', 'code', 'status', 'title'],
  properties: {
    type: { type: 'string' }, code: { type: 'string', enum: Object.keys(problems) }, status: { type: 'integer' }, title: { type: 'string' }, detail: { type: 'string' },
    fields: { type: 'array', items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } } },
    details: { type: 'object' }, request: { type: 'string' },
  },
}
