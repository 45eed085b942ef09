import { readFileSync } from 'node:fs'

/** An element as WeChat would build it from the page's data and the compiled templates. */
export type WxNode = {
  tag: string
  text: string
  attributes: Record<string, unknown>
  /** Event → how the template listens: `bind` lets it bubble on, `catch` stops it. */
  listens: Record<string, 'bind' | 'catch'>
  parent: WxNode | null
  children: WxNode[]
}

type Template = { tag: string, attributes: [name: string, key: string][], listens: WxNode['listens'] }

type Item = Record<string, unknown> & { nn: string, v?: string, cn?: Item[] }

/** Reads the templates of `base.wxml`: which element a node number stands for, and which attribute each short key fills. */
export function readTemplates(file: string): Map<string, Template> {
  const templates = new Map<string, Template>()
  for (const [, name, tag, attributes] of readFileSync(file, 'utf8').matchAll(/<template name="tmpl_0_(\w+)">\s*<([\w-]+)((?:\s+[\w-]+="[^"]*")*)/g)) {
    if (name && tag && tag !== 'template') templates.set(name, { tag, ...sorted(attributes ?? '') })
  }
  return templates
}

function sorted(source: string): Omit<Template, 'tag'> {
  const attributes: Template['attributes'] = []
  const listens: Template['listens'] = {}
  for (const [, name = '', value = ''] of source.matchAll(/([\w-]+)="([^"]*)"/g)) {
    const [, how, event] = /^(bind|catch)(\w+)$/.exec(name) ?? []
    if (value === 'eh' && event) listens[event] = how as 'bind' | 'catch'
    const key = /^\{\{(?:xs\.b\()?i\.(\w+)/.exec(value)?.[1]
    if (key) attributes.push([name, key])
  }
  return { attributes, listens }
}

/** Draws page data. Throws for a node that no template was compiled for: WeChat would silently leave it out. */
export function drawn(root: { cn?: Item[] }, templates: Map<string, Template>): WxNode {
  const page: WxNode = { tag: 'page', text: '', attributes: {}, listens: {}, parent: null, children: [] }
  page.children = (root.cn ?? []).map((item) => draw(item, page, templates))
  return page
}

function draw(item: Item, parent: WxNode, templates: Map<string, Template>): WxNode {
  if (item.v !== undefined) return { tag: '#text', text: item.v, attributes: {}, listens: {}, parent, children: [] }
  const template = templates.get(item.nn) ?? templates.get(`${item.nn}_${item.focus === undefined ? 'blur' : 'focus'}`)
  if (!template) throw new Error(`no template was compiled for node ${item.nn}`)
  const attributes: WxNode['attributes'] = { sid: item.sid, id: item.uid ?? item.sid }
  for (const [name, key] of template.attributes) if (name !== 'id' && item[key] !== undefined) attributes[name] = item[key]
  const node: WxNode = { tag: template.tag, text: '', attributes, listens: template.listens, parent, children: [] }
  node.children = (item.cn ?? []).map((child) => draw(child, node, templates))
  return node
}

export function* everyNode(node: WxNode): Generator<WxNode> {
  yield node
  for (const child of node.children) yield* everyNode(child)
}

export const textOf = (node: WxNode): string => node.text + node.children.map(textOf).join('')

export const hasClass = (node: WxNode, name: string) => String(node.attributes.class ?? '').split(/\s+/).includes(name)

/** What a screen reader would say of it. */
export const spokenOf = (node: WxNode) => String(node.attributes['aria-label'] ?? '') || textOf(node)
