import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { alone } from './alone.ts'
import { precompress } from './precompress.ts'

const root = join(import.meta.dirname, '../../../..')

/** Where pages are built from and to, in the repository; `command` for Node, in their folder. */
export interface Screen { title: string, folder: string, out: string, sources: string[], command: string[] }

export const screens: readonly Screen[] = [
  { title: '工作台', folder: 'apps/console', out: 'dist', sources: ['apps/console/src', 'apps/console/index.html', 'apps/console/vite.config.ts', 'apps/console/public', 'packages', 'package-lock.json', 'apps/server/src/start/precompress.ts'], command: ['../../node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'] },
  { title: '居民端', folder: 'apps/resident', out: 'dist/h5', sources: ['apps/resident/src', 'apps/resident/config', 'apps/resident/babel.config.cjs', 'apps/resident/package-lock.json', 'packages', 'apps/server/src/start/precompress.ts'], command: ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5', '--no-check'] },
]

/** Builds the screens whose sources changed since they were last built; `log` tells progress. */
export async function buildScreens(log: (line: string) => void, wanted: readonly Screen[] = screens): Promise<void> {
  await Promise.all(wanted.map((screen) => alone(join(root, screen.folder, screen.out), () => buildScreen(screen, log))))
}

async function buildScreen(screen: Screen, log: (line: string) => void): Promise<void> {
  const mark = join(root, screen.folder, screen.out, '.built')
  const wanted = digest(screen.sources)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return
  const began = Date.now()
  log(`正在生成${screen.title}页面（仅首次或更新后）…`)
  await run(screen)
  await precompress(join(root, screen.folder, screen.out))
  writeFileSync(mark, wanted)
  log(`${screen.title}页面已生成，用时 ${Math.round((Date.now() - began) / 1000)} 秒`)
}

function run({ folder, command, title }: Screen): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: join(root, folder), stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${title}页面没有生成：\n${stripVTControlCharacters(Buffer.concat(said).toString()).slice(-4000)}`))))
  })
}

/** Names and contents of all source files; tests left out. */
function digest(sources: string[]): string {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesOf(join(root, source)))) hash.update(relative(root, path)).update(readFileSync(path))
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'dist').toSorted().flatMap((name) => filesOf(join(path, name)))
}
