import { connect, createServer, type Server } from 'node:net'

/**
 * A lock that the operating system releases when its holder dies, even by SIGKILL: an abstract socket on Linux, a named pipe
 * on Windows. It answers with its holder's process id. Never leaves a stale file behind.
 * @throws Error in plain words when another process holds it.
 */
export async function takeLock(key: string, folder: string): Promise<{ release(): Promise<void> }> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = await listen(lockName(key))
    if (server) return { release: () => new Promise((resolve) => { server.close(() => resolve()) }) }
    const holder = await lockHolder(key)
    if (holder !== undefined) throw new Error(`PostgreSQL in ${folder} is already running, pid ${holder || 'unknown (it does not answer)'}. Stop that process first.`)
  }
  throw new Error(`PostgreSQL in ${folder} is being started and stopped by another process. Try again.`)
}

/** The process id of the holder, 0 when it is too busy to say, undefined when nobody holds the lock. */
export function lockHolder(key: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = connect(lockName(key))
    let answer = ''
    socket.setTimeout(2000, () => { resolve(0); socket.destroy() })
    socket.on('data', (data) => { answer += String(data) })
    socket.on('error', () => resolve(undefined))
    socket.on('end', () => resolve(Number(answer)))
  })
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => { socket.on('error', () => socket.destroy()).end(String(process.pid)) })
    server.once('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EADDRINUSE') resolve(undefined); else reject(error) })
    server.listen(name, () => { server.unref(); resolve(server) })
  })
}

const lockName = (key: string) => (process.platform === 'win32' ? `\\\\.\\pipe\\linli-${key}` : `\0linli-${key}`)
