import Taro from '@tarojs/taro'
import type { Box, Shelf } from '../phone.ts'

/** WeChat keeps 10 MB of values and 200 MB of files until the mini-program is deleted. */
export const box: Box = {
  all: async (shelf) => keysOf(shelf).map((key) => Taro.getStorageSync(key) as unknown),
  get: async (shelf, id) => Taro.getStorageSync(keyOf(shelf, id)) || undefined,
  names: async (shelf) => keysOf(shelf).map((key) => key.slice(prefixOf(shelf).length)),
  put: async (shelf, id, value) => Taro.setStorageSync(keyOf(shelf, id), value),
  remove: async (shelf, id) => Taro.removeStorageSync(keyOf(shelf, id)),
  clear: async (shelf) => keysOf(shelf).forEach((key) => Taro.removeStorageSync(key)),
  photos: () => new Promise((done, failed) => {
    const named = (files: string[]) => files.flatMap((file) => ending.test(file) ? file.replace(ending, '') : [])
    Taro.getFileSystemManager().readdir({ dirPath: Taro.env.USER_DATA_PATH!, success: ({ files }) => done(named(files)), fail: failed })
  }),
  putPhoto: (id, { path }) => new Promise((done, failed) => {
    Taro.getFileSystemManager().saveFile({ tempFilePath: path, filePath: pathOf(id), success: () => done(), fail: failed })
  }),
  photo: (id) => new Promise((done) => {
    Taro.getFileSystemManager().getFileInfo({ filePath: pathOf(id), success: ({ size }) => done({ path: pathOf(id), bytes: size }), fail: () => done(null) })
  }),
  removePhoto: (id) => new Promise((done) => {
    Taro.getFileSystemManager().unlink({ filePath: pathOf(id), success: () => done(), fail: () => done() })
  }),
}

/** Ours among whatever else lies in the folder. */
const ending = /\.photo\.jpg$/
const pathOf = (id: string) => `${Taro.env.USER_DATA_PATH}/${id}.photo.jpg`
const prefixOf = (shelf: Shelf) => `linli.box.${shelf}.`
const keyOf = (shelf: Shelf, id: string) => `${prefixOf(shelf)}${id}`
const keysOf = (shelf: Shelf) => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(prefixOf(shelf)))
