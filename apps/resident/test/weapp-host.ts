import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import vm from 'node:vm'
import { createWx } from './weapp-wx.ts'
import type { Phone } from './weapp-wx.ts'
import { drawn, everyNode, hasClass, readTemplates, spokenOf, textOf } from './weapp-wxml.ts'
import type { WxNode } from './weapp-wxml.ts'

type Told = Record<string, any>

/**
 * Runs a built mini-program without WeChat: each script gets what WeChat gives it and nothing more (no window, document,
 * eval, `new Function`), data goes through `setData` as plain JSON, events bubble along the compiled templates.
 */
export function startWeapp(folder: string, phone: Phone = {}) {
  const templates = readTemplates(join(folder, 'base.wxml'))
  const stack: Told[] = []
  const { wx, storage, agreedWith, connect } = createWx(phone, createRoutes(stack, (path, query) => open(path, query)))
  const { run, registered } = createRealm(folder, wx, stack)
  const open = (path: string, query: Told) => {
    run(`${path}.js`)
    const page = createPage(path, registered.page ?? {})
    stack.push(page)
    page.onLoad?.(query)
    page.onShow?.()
    page.onReady?.()
  }
  run('app.js')
  const launch = { path: firstPage(folder), query: {}, scene: 1001 }
  registered.app?.onLaunch?.(launch)
  registered.app?.onShow?.(launch)
  open(launch.path, {})

  const front = () => stack.at(-1) ?? {}
  const tree = () => drawn(front().data?.root ?? {}, templates)
  const nodes = () => [...everyNode(tree())]
  const text = () => textOf(tree())
  const fire = (node: WxNode, type: string, detail: object = {}) => bubble(front(), node, type, detail)

  return {
    storage,
    connect,
    /** The mini-program's own calls, for what a page would do. */
    wx,
    route: () => String(front().route),
    depth: () => stack.length,
    text,
    nodes,
    /** The first element that is called so, by what a reader says of it; roles narrow it down. */
    find: (name: string, role?: string) => nodes().find((node) => node.tag !== '#text' && spokenOf(node).includes(name) && (role === undefined || node.attributes['aria-role'] === role)),
    withClass: (name: string) => nodes().filter((node) => hasClass(node, name)),
    tap: (node: WxNode | undefined) => fire(must(node), 'tap', { x: 0, y: 0 }),
    type: (node: WxNode | undefined, value: string) => fire(must(node), 'input', { value, cursor: value.length }),
    /** Taps WeChat's own button for the privacy guide. */
    agree: (node: WxNode | undefined) => {
      agreedWith(String(must(node).attributes.id))
      fire(must(node), 'agreeprivacyauthorization')
    },
    /** Taps WeChat's own button for the phone number; no code means the person declines. */
    givePhone: (node: WxNode | undefined, code: string | undefined) => fire(must(node), 'getphonenumber', code ? { code, errMsg: 'getPhoneNumber:ok' } : { errMsg: 'getPhoneNumber:fail user deny' }),
    /** Scrolls to the end of the page. */
    reachBottom: () => front().onReachBottom?.(),
    /** Comes back to the app. */
    comeBack: () => front().onShow?.(),
    /** Waits until it is so; says what was on the screen where it never is. */
    until: async (isSo: () => boolean) => {
      for (let round = 0; round < 400; round += 1) {
        if (isSo()) return
        await new Promise((go) => { setTimeout(go, 5) })
      }
      throw new Error(`never came true: ${isSo}; ${front().route} shows: ${text()}`)
    },
  }
}

export type Weapp = ReturnType<typeof startWeapp>

const firstPage = (folder: string) => JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')).pages[0] as string

/** What WeChat passes to every script as undefined, so that nobody takes it for a browser. */
const withheld = ['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'history', 'screen', 'alert', 'XMLHttpRequest', 'WebSocket', 'fetch']

function createRealm(folder: string, wx: object, stack: Told[]) {
  const registered: { app?: Told, page?: Told } = {}
  const context = vm.createContext({
    wx, console, setTimeout, clearTimeout, setInterval, clearInterval,
    App: (config: Told) => { registered.app = config },
    Page: (config: Told) => { registered.page = config },
    Component: () => {},
    Behavior: (config: Told) => config,
    getApp: () => registered.app,
    getCurrentPages: () => [...stack],
  }, { codeGeneration: { strings: false, wasm: false } })
  const modules = new Map<string, { exports: unknown }>()
  const pages = new Map<string, Told | undefined>()
  const require = (file: string): unknown => {
    const known = modules.get(file)
    if (known) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const script = new vm.Script(`(function (require, module, exports, ${withheld.join(', ')}) {${readFileSync(join(folder, file), 'utf8')}\n})`, { filename: file })
    script.runInContext(context)((wanted: string) => require(`${normalize(join(dirname(file), wanted)).replace(/\.js$/, '')}.js`), module, module.exports)
    return module.exports
  }
  /** A script runs once; the page it registered is remembered for when it is opened again. */
  const run = (file: string) => {
    require(file)
    if (!pages.has(file)) pages.set(file, registered.page)
    registered.page = pages.get(file)
  }
  return { run, registered }
}

function createPage(route: string, config: Told): Told {
  const data = plain(config.data ?? {})
  const setData = (patch: Told, done?: () => void) => {
    for (const [path, value] of Object.entries(patch)) put(data, path, plain(value))
    if (done) setTimeout(done, 0)
  }
  return { ...config, route, data, setData }
}

/** `setData` addresses: `root.cn.[0].cl`. */
function put(data: Told, path: string, value: unknown) {
  const keys = path.replaceAll('[', '').replaceAll(']', '').split('.')
  const last = keys.pop() ?? ''
  let at = data
  for (const key of keys) at = at[key] ??= {}
  at[last] = value
}

function createRoutes(stack: Told[], open: (path: string, query: Told) => void) {
  const drop = () => stack.pop()?.onUnload?.()
  const enter = (url: string) => {
    const [path = '', search = ''] = url.split('?')
    open(path.replace(/^\//, ''), Object.fromEntries(new URLSearchParams(search)))
  }
  return {
    navigateTo: (url: string) => { stack.at(-1)?.onHide?.(); enter(url) },
    redirectTo: (url: string) => { drop(); enter(url) },
    reLaunch: (url: string) => { while (stack.length > 0) drop(); enter(url) },
    navigateBack: (delta: number) => { for (let left = delta; left > 0 && stack.length > 1; left -= 1) drop(); stack.at(-1)?.onShow?.() },
  }
}

/** Calls the page's handler for the node and for each one around it that listens, until one catches. */
function bubble(page: Told, node: WxNode, type: string, detail: object) {
  const doesBubble = type === 'tap'
  for (let at: WxNode | null = node; at; at = doesBubble ? at.parent : null) {
    const how = at.listens[type]
    if (how) page.eh({ type, detail: { ...detail }, target: targetOf(node), currentTarget: targetOf(at), timeStamp: Date.now(), touches: [], changedTouches: [] })
    if (how === 'catch') return
  }
}

const targetOf = ({ attributes }: WxNode) => ({ id: attributes.id, dataset: { sid: attributes.sid } })

const plain = (value: unknown) => value === undefined ? undefined : JSON.parse(JSON.stringify(value))

function must(node: WxNode | undefined): WxNode {
  if (!node) throw new Error('there is no such element on the screen')
  return node
}
