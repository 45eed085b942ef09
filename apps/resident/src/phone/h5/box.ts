import type { Box, Photo } from '../phone.ts'
import { contentOf, hold } from './photo.ts'

const stores = ['parcel', 'seen', 'photo'] as const
type Store = (typeof stores)[number]

/** IndexedDB, because it holds photos as they are and whole days of them. */
export const box: Box = {
  all: (shelf) => ask(shelf, 'readonly', (store) => store.getAll()),
  get: (shelf, id) => ask(shelf, 'readonly', (store) => store.get(id)),
  names: async (shelf) => (await ask(shelf, 'readonly', (store) => store.getAllKeys())).map(String),
  put: (shelf, id, value) => change(shelf, (store) => store.put(value, id)),
  remove: (shelf, id) => change(shelf, (store) => store.delete(id)),
  clear: (shelf) => change(shelf, (store) => store.clear()),
  photos: async () => (await ask('photo', 'readonly', (store) => store.getAllKeys())).map(String),
  putPhoto: (id, photo) => change('photo', (store) => store.put(contentOf(photo), id)),
  photo: async (id) => shown.get(id) ?? keepShown(id, await ask('photo', 'readonly', (store) => store.get(id)) as Blob | undefined),
  removePhoto: (id) => {
    shown.delete(id)
    return change('photo', (store) => store.delete(id))
  },
}

/** One address for each photo, however often it is looked at. */
const shown = new Map<string, Photo>()

function keepShown(id: string, content: Blob | undefined): Photo | null {
  if (!content) return null
  const photo = hold(content)
  shown.set(id, photo)
  return photo
}

const change = async (name: Store, act: (store: IDBObjectStore) => IDBRequest) => { await ask(name, 'readwrite', act) }

/** Answers when the transaction is done, and what is written is asked to be on the disk by then: Chromium's habit is to wait until later. */
async function ask<T>(name: Store, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(name, mode, { durability: 'strict' })
  const request = act(transaction.objectStore(name))
  return new Promise((done, failed) => {
    transaction.addEventListener('complete', () => done(request.result))
    transaction.addEventListener('abort', () => failed(transaction.error ?? new Error('it was not written')))
  })
}

let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= open()
  opened.catch(() => { opened = null })
  return opened
}

function open(): Promise<IDBDatabase> {
  // Without this a browser short of room may throw away what was not sent yet.
  navigator.storage?.persist?.().catch(() => {})
  return new Promise((done, failed) => {
    const request = indexedDB.open('linli', 1)
    request.addEventListener('upgradeneeded', () => { for (const name of stores) request.result.createObjectStore(name) })
    request.addEventListener('success', () => {
      // Another page of a later version must not wait for this one.
      request.result.addEventListener('versionchange', () => { request.result.close(); opened = null })
      done(request.result)
    })
    request.addEventListener('error', () => failed(request.error ?? new Error('there is no box')))
  })
}
