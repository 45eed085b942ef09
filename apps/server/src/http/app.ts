import { randomBytes } from 'node:crypto'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Server } from '../server.ts'
import { modules } from '../app.ts'
import { Problem } from '../kernel/problem.ts'
import { hostsOf } from '../outside/tianditu.ts'
import { serve } from '../kernel/serve.ts'
import { answerErrors, send } from './errors.ts'
import { finishFirst } from './finish.ts'
import { reportHealth } from './health.ts'
import { openApi } from './openapi.ts'
import { servePhotos } from './photo.ts'
import { hearTexts } from './sms-message.ts'
import { hearWeChat } from './wechat-message.ts'
import { serveDocuments } from './document.ts'
import { serveTables } from './table.ts'
import { serveMapFiles } from './map-file.ts'
import { serveLedgers } from './ledger-file.ts'
import { serveScreens } from './screens.ts'
import { openStream } from './stream.ts'
import { serveTiles } from './tile.ts'
import { recognise } from './who.ts'
import { longestRequest, refuseExpectation, refuseOnTheWire } from './wire.ts'

/** Everything on one port: API, its documentation, live stream, photos, health and the screens. */
export async function openHttp(server: Server): Promise<FastifyInstance> {
  const { around, realtime, log, config, outside } = server
  const app = Fastify({
    logger: false, trustProxy: config.proxies, bodyLimit: 1_000_000, genReqId: () => randomBytes(8).toString('hex'), forceCloseConnections: true,
    requestTimeout: longestRequest, clientErrorHandler: refuseOnTheWire,
    frameworkErrors: (_error, request, reply) => void send(new Problem('input.not-found'), request, reply),
  })
  app.server.on('checkExpectation', refuseExpectation)
  answerErrors(app, log)
  // Browsers take these from https alone, and complain on every page where they come without.
  const isSecure = config.publicUrl.startsWith('https:')
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: policyFor(config.tianditu) }, crossOriginEmbedderPolicy: false, crossOriginOpenerPolicy: isSecure, originAgentCluster: isSecure, hsts: isSecure })
  await app.register(cookie)
  await app.register(compress, { threshold: 2048, encodings: ['br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } })
  // An old machine that starts, or reads a large file beside, stands still for a second or two: nobody is sent away for that.
  // Where it stood still for so long that nothing was measured, as while it starts, the delay is said to be endless and tells nothing.
  await app.register(underPressure, {
    maxEventLoopDelay: 5000, exposeStatusRoute: false,
    pressureHandler: async (_request, reply, _type, delay) => {
      if (delay === Infinity) return
      reply.header('retry-after', 10)
      throw new Problem('server.busy')
    },
  })
  recognise(app, around, config.publicUrl)
  await app.register(rateLimit, { global: true, max: 600, timeWindow: '1 minute', hook: 'preHandler', keyGenerator: ({ actor, ip }) => actor.session ?? ip })
  app.addHook('onResponse', async (request, reply) => log.info({ request: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered'))
  reportHealth(app, { database: around.database, realtime, jobs: server.jobs, token: config.metricsToken })
  await describe(app, config.version)
  serve(app, modules, around, outside)
  await servePhotos(app, around)
  await hearTexts(app, around, { token: config.smsInboundToken, outside })
  await hearWeChat(app, around, config.wechatAccount?.token ?? null)
  serveTables(app, around)
  serveDocuments(app, around)
  serveLedgers(app, around)
  serveMapFiles(app, around)
  serveTiles(app, around)
  openStream(app, realtime, around.database, around.clock)
  for (const open of server.extraRoutes) await open(app, server)
  await serveScreens(app)
  finishFirst(app)
  return app
}

/** Pictures of 天地图 where it is set up, from its servers and from nowhere else: what draws them fetches them. */
function policyFor(tianditu: Server['config']['tianditu']) {
  const hosts = tianditu ? hostsOf(tianditu) : []
  return { ...policy, imgSrc: [...policy.imgSrc, ...hosts], connectSrc: [...policy.connectSrc, ...hosts] }
}

/** No script, style, picture or request from anywhere else. */
const policy = {
  defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'], fontSrc: ["'self'", 'data:'], objectSrc: ["'none'"], baseUri: ["'self'"], frameAncestors: ["'none'"], formAction: ["'self'"],
}

/** The API page sets styles of its own. */
const documentPolicy = { 'default-src': ["'self'"], 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:'], 'object-src': ["'none'"], 'frame-ancestors': ["'none'"] }

async function describe(app: FastifyInstance, version: string): Promise<void> {
  const document = openApi(version)
  app.get('/api/openapi.json', async () => document)
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { docExpansion: 'none', filter: true }, staticCSP: documentPolicy, theme: { title: '邻里接口文档', css: [{ filename: 'own.css', content: '.swagger-ui .topbar { display: none }' }] } })
}
