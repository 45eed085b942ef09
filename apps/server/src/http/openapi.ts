import { contract, problems, type Endpoint } from '@linli/contract'
import * as z from 'zod'

const moduleNames: Record<keyof typeof contract, string> = {
  identity: '登录与账号', account: '人员与授权', organisation: '辖区与单位', matter: '事项目录', calendar: '工作日历', dictionary: '代码表', bookmark: '常用列表', event: '事件', audit: '审计', system: '运行',
}

/** The whole contract as an OpenAPI 3.1 document: one POST an endpoint, problems for every refusal. */
export function openApi(version: string): Record<string, unknown> {
  const paths = Object.fromEntries(Object.entries(contract).flatMap(([module, endpoints]) =>
    Object.entries(endpoints as Record<string, Endpoint>).map(([name, endpoint]) => [`/api/${module}/${name}`, { post: operation(module, name, endpoint) }])))
  return {
    openapi: '3.1.0',
    info: { title: '邻里 Linli', version, description: '每个接口都是 POST，内容为 JSON。出错时回答 application/problem+json（RFC 9457），其中 code 不会改变。' },
    tags: Object.entries(moduleNames).map(([name, description]) => ({ name, description })),
    paths,
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
    security: may === 'anyone' ? [] : [{ session: [] }, { bearer: [] }],
    requestBody: { required: true, content: { 'application/json': { schema: z.toJSONSchema(input, { io: 'input' }) } } },
    responses: {
      200: { description: '成功', content: { 'application/json': { schema: z.toJSONSchema(output, { io: 'output' }) } } },
      default: { description: '不能办理', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } },
    },
  }
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
