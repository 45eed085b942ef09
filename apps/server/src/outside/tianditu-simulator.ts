import { openLoopback, type Answer, type Loopback } from './loopback.ts'

export interface TiandituSimulator extends Loopback { asked(): string[] }

const colours: Record<string, string> = { vec: '#e8e4d8', img: '#6f7f5f', cva: '#00000000', cia: '#00000000' }

/** Answers tiles as 天地图 does, of one colour each: only what is asked in its own words, and only with the key. */
export async function startTiandituSimulator(key: string): Promise<TiandituSimulator> {
  const asked: string[] = []
  const pictures = new Map<string, Buffer>()
  const { default: sharp } = await import('sharp')
  for (const [layer, background] of Object.entries(colours)) pictures.set(layer, await sharp({ create: { width: 256, height: 256, channels: 4, background } }).png().toBuffer())
  const loopback = await openLoopback(({ path, query }): Answer => {
    const [, layer] = /^\/(\w+)_w\/wmts$/.exec(path) ?? []
    const said = (name: string) => query.get(name) ?? ''
    if (said('tk') !== key) return { status: 403, body: { code: 301_007, msg: '权限类型错误', resolve: '请检查 tk' } }
    const isAsked = said('SERVICE') === 'WMTS' && said('REQUEST') === 'GetTile' && said('VERSION') === '1.0.0' && said('LAYER') === layer && said('TILEMATRIXSET') === 'w' && said('FORMAT') === 'tiles'
    const [z, x, y] = ['TILEMATRIX', 'TILECOL', 'TILEROW'].map((name) => Number(said(name) || NaN)) as [number, number, number]
    const picture = layer === undefined ? undefined : pictures.get(layer)
    if (!picture || !isAsked || !(z >= 1 && z <= 18) || ![x, y].every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** z)) return { status: 400, body: { code: 300_001, msg: '参数错误' } }
    asked.push(`${layer} ${z}/${x}/${y}`)
    return { body: picture }
  })
  return { ...loopback, asked: () => asked }
}
