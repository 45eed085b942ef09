import { accessSync, constants, mkdirSync } from 'node:fs'

/** Makes the folder of everything that must last, before anything else is done. @throws Error in plain words where nothing can be kept there. */
export function prepareDataFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true })
    accessSync(data, constants.W_OK | constants.X_OK)
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new Error(`数据文件夹 ${data}（LINLI_DATA）不能用：${reasons[code] ?? '写不进去'}（${message}）。`, { cause: error })
  }
}

const reasons: Record<string, string> = {
  EACCES: '启动平台的用户没有写入的权限',
  EPERM: '启动平台的用户没有写入的权限',
  EROFS: '所在的磁盘是只读的',
  ENOSPC: '所在的磁盘已满',
  ENOTDIR: '路径中有一段是文件，不是文件夹',
  EEXIST: '那里是一个文件，不是文件夹',
}
