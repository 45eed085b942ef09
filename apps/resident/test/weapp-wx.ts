export type WxRequest = { url: string, method: string, data: unknown, header: Record<string, string> }
export type WxUpload = { url: string, filePath: string, name: string, header: Record<string, string> }
export type WxAnswer = { status: number, body: unknown }

/** What the phone and the server do in one story. */
export type Phone = {
  request?: (asked: WxRequest) => WxAnswer | Promise<WxAnswer>
  upload?: (sent: WxUpload) => WxAnswer | Promise<WxAnswer>
  /** Fetches a file; the path is where it then lies. */
  download?: (asked: Pick<WxRequest, 'url' | 'header'>) => Promise<{ status: number, path: string }>
  /** Photos the person picks; none means they cancel. */
  photos?: { path: string, size: number }[]
  /** GCJ-02; null means they refuse. */
  place?: { longitude: number, latitude: number } | null
  /** What they pick on WeChat's map, GCJ-02; none means they close it. */
  picked?: { longitude: number, latitude: number, name: string, address: string }
  /** What `wx.login` gives, each time another. */
  signInCode?: () => string
  storage?: Map<string, unknown>
  /** Files the app keeps for good, by path, and how large they are. */
  files?: Map<string, number>
  /** How large a drawn photo becomes at full quality. */
  drawnBytes?: number
  /** What was drawn on photos, line by line. */
  drawn?: string[]
  /** Whether the privacy guide still has to be agreed to. */
  isPrivacyNew?: boolean
}

export type Stack = Record<'navigateTo' | 'redirectTo' | 'reLaunch', (url: string) => void> & { navigateBack: (delta: number) => void }

type Option = { success?: (result: object) => void, fail?: (reason: object) => void, complete?: (result: object) => void } & Record<string, any>
type Resolve = (option: { event: string, buttonId?: string }) => void

/** The `wx` object of a simulated phone: the calls our app makes, with WeChat's shapes and its asynchrony. */
export function createWx(phone: Phone, stack: Stack) {
  const storage = phone.storage ?? new Map<string, unknown>()
  const privacy = createPrivacy(phone)
  const temporary = new Map<string, number>()
  const files = createFiles(phone.files ?? new Map(), temporary)
  const network: ((told: { isConnected: boolean }) => void)[] = []
  const route = (name: keyof Omit<Stack, 'navigateBack'>) => (option: Option) => answer(option, name, () => { stack[name](option.url); return {} })
  return {
    agreedWith: privacy.agreedWith,
    storage,
    /** The network comes back, or goes. */
    connect: (isConnected: boolean) => network.forEach((hear) => hear({ isConnected })),
    wx: {
      canIUse: () => true,
      nextTick: (act: () => void) => setTimeout(act, 0),
      getStorageSync: (key: string) => storage.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => { storage.set(key, structuredClone(value)) },
      removeStorageSync: (key: string) => { storage.delete(key) },
      getWindowInfo: () => ({ statusBarHeight: 44, windowWidth: 390, windowHeight: 844, pixelRatio: 3 }),
      getSystemInfoSync: () => ({ statusBarHeight: 44, windowWidth: 390, windowHeight: 844, pixelRatio: 3, platform: 'ios', SDKVersion: '3.8.0' }),
      getMenuButtonBoundingClientRect: () => ({ top: 48, height: 32, left: 296, right: 383, width: 87, bottom: 80 }),
      getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
      getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
      onNeedPrivacyAuthorization: privacy.listen,
      openPrivacyContract: (option: Option) => answer(option, 'openPrivacyContract', () => ({})),
      navigateTo: route('navigateTo'),
      redirectTo: route('redirectTo'),
      reLaunch: route('reLaunch'),
      navigateBack: (option: Option = {}) => answer(option, 'navigateBack', () => { stack.navigateBack(option.delta ?? 1); return {} }),
      login: (option: Option) => answer(option, 'login', () => ({ code: phone.signInCode?.() ?? '' })),
      getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
      env: { USER_DATA_PATH: home },
      getFileSystemManager: () => files,
      createOffscreenCanvas: () => canvasOf(phone.drawn ?? []),
      canvasToTempFilePath: (option: Option) => answer(option, 'canvasToTempFilePath', () => {
        const tempFilePath = `wxfile://tmp/drawn.${temporary.size}.jpg`
        temporary.set(tempFilePath, Math.round((phone.drawnBytes ?? 200_000) * option.quality))
        return { tempFilePath }
      }),
      onNetworkStatusChange: (hear: (told: { isConnected: boolean }) => void) => { network.push(hear) },
      onAppShow: () => {},
      pageScrollTo: (option: Option) => answer(option, 'pageScrollTo', () => ({})),
      previewImage: (option: Option) => answer(option, 'previewImage', () => ({})),
      makePhoneCall: (option: Option) => answer(option, 'makePhoneCall', () => ({})),
      getImageInfo: (option: Option) => answer(option, 'getImageInfo', () => ({ width: 3000, height: 4000 })),
      compressImage: (option: Option) => answer(option, 'compressImage', () => ({ tempFilePath: `${option.src}.small` })),
      chooseImage: (option: Option) => answer(option, 'chooseImage', async () => {
        await privacy.agreed()
        if (!phone.photos?.length) throw new Error('fail cancel')
        return { tempFilePaths: phone.photos.map(({ path }) => path), tempFiles: phone.photos }
      }),
      getLocation: (option: Option) => answer(option, 'getLocation', async () => {
        await privacy.agreed()
        if (!phone.place) throw new Error('fail auth deny')
        return { accuracy: 30, ...phone.place }
      }),
      chooseLocation: (option: Option) => answer(option, 'chooseLocation', async () => {
        await privacy.agreed()
        if (!phone.picked) throw new Error('fail cancel')
        return phone.picked
      }),
      request: (option: Option) => {
        const asked = { url: option.url, method: option.method ?? 'GET', data: plain(option.data), header: { ...option.header } }
        answer(option, 'request', async () => wired(await (phone.request ?? unreachable)(asked)))
        return { abort() {}, onHeadersReceived() {} }
      },
      uploadFile: (option: Option) => {
        const sent = { url: option.url, filePath: option.filePath, name: option.name, header: { ...option.header } }
        answer(option, 'uploadFile', async () => {
          const { status, body } = await (phone.upload ?? unreachable)(sent)
          return { statusCode: status, data: JSON.stringify(body) }
        })
        return { abort() {}, onProgressUpdate: (hear: (told: { progress: number }) => void) => hear({ progress: 50 }), onHeadersReceived() {} }
      },
      downloadFile: (option: Option) => {
        answer(option, 'downloadFile', async () => {
          const { status, path } = await (phone.download ?? unreachable as never)({ url: option.url, header: { ...option.header } })
          return { statusCode: status, tempFilePath: path }
        })
        return { abort() {}, onProgressUpdate() {}, onHeadersReceived() {} }
      },
    },
  }
}

const home = 'wxfile://usr'

/** The folder that is the app's own; what is saved there moves out of the temporary files. */
function createFiles(kept: Map<string, number>, temporary: Map<string, number>) {
  return {
    saveFile: (option: Option) => answer(option, 'saveFile', () => {
      const bytes = temporary.get(option.tempFilePath)
      if (bytes === undefined) throw new Error('fail tempFilePath file not exist')
      temporary.delete(option.tempFilePath)
      kept.set(option.filePath, bytes)
      return { savedFilePath: option.filePath }
    }),
    readdir: (option: Option) => answer(option, 'readdir', () => ({ files: [...kept.keys()].map((path) => path.replace(`${home}/`, '')) })),
    readFile: (option: Option) => answer(option, 'readFile', () => ({ data: Buffer.from(String(option.filePath)).toString('base64') })),
    unlink: (option: Option) => answer(option, 'unlink', () => {
      if (!kept.delete(option.filePath)) throw new Error('fail no such file or directory')
      return {}
    }),
    getFileInfo: (option: Option) => answer(option, 'getFileInfo', () => {
      const size = kept.get(option.filePath) ?? temporary.get(option.filePath)
      if (size === undefined) throw new Error('fail no such file or directory')
      return { size }
    }),
  }
}

/** A canvas that is not shown; the words drawn on it are noted. */
const canvasOf = (drawn: string[]) => ({
  getContext: () => ({ fillRect() {}, drawImage() {}, fillText: (text: string) => { drawn.push(text) } }),
  createImage: () => {
    const image = { onload: () => {}, set src(_: string) { setTimeout(() => image.onload(), 0) } }
    return image
  },
})

/** WeChat answers later, never at once, through `success` or `fail`, then `complete`. */
function answer(option: Option, name: string, act: () => object | Promise<object>) {
  setTimeout(async () => {
    try {
      const result = { errMsg: `${name}:ok`, ...await act() }
      option.success?.(result)
      option.complete?.(result)
    } catch (reason) {
      const failure = { errMsg: `${name}:${(reason as Error).message}` }
      option.fail?.(failure)
      option.complete?.(failure)
    }
  }, 0)
}

/** Private calls wait for the person where the guide was not agreed to; the tapped button is checked, as WeChat does. */
function createPrivacy(phone: Phone) {
  let isAgreed = !phone.isPrivacyNew
  let tapped = ''
  let listener: ((resolve: Resolve, info: object) => void) | undefined
  const agreed = () => new Promise<void>((go, refuse) => {
    if (isAgreed || !listener) return isAgreed ? go() : refuse(new Error('fail privacy permission is not authorized'))
    return listener(({ event, buttonId }) => {
      if (event === 'exposureAuthorization') return
      isAgreed = event === 'agree' && buttonId === tapped
      if (isAgreed) go()
      else refuse(new Error('fail privacy permission is not authorized'))
    }, { referrer: 'test' })
  })
  return { agreed, agreedWith: (id: string) => { tapped = id }, listen: (listen: typeof listener) => { listener = listen } }
}

const wired = ({ status, body }: WxAnswer) => ({ statusCode: status, data: plain(body), header: { Date: new Date().toUTCString() } })
const plain = (value: unknown) => value === undefined ? undefined : JSON.parse(JSON.stringify(value))
const unreachable = (): WxAnswer => { throw new Error('fail timeout') }
