import { join } from 'node:path'
import { buildScreens, screens } from '../../server/src/start/screens.ts'

// Of the server's code, which the types of this folder know nothing of: its start builds and marks what is built in the same way.
const h5 = screens.find(({ out }) => out === 'dist/h5')
const weapp = { ...h5, title: '小程序', out: 'dist/weapp', command: h5.command.map((word) => word === 'h5' ? 'weapp' : word) }

export async function built(end) {
  const screen = end === 'h5' ? h5 : weapp
  await buildScreens(console.log, [screen])
  return join(import.meta.dirname, '..', screen.out)
}
