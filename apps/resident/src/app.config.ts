import { h5Pages, pages, staffPages } from './pages.ts'

/** Every part in every state on one page, for those who build screens; left out of what residents get. */
const sample = process.env.LINLI_SAMPLE === 'on' ? ['pages/sample/index'] : []

const onlyHere = process.env.TARO_ENV === 'h5' ? Object.values(h5Pages) : []

export default defineAppConfig({
  pages: [...Object.values(pages), ...onlyHere, ...sample],
  subPackages: [{ root: 'pages/staff', pages: Object.values(staffPages).map((path) => path.replace('pages/staff/', '')) }],
  window: {
    navigationStyle: 'custom',
    navigationBarTextStyle: 'white',
    navigationBarTitleText: '邻里',
    backgroundColor: '#f2f6f4',
    backgroundTextStyle: 'dark',
  },
  // Sliding pages are slow on old phones and unsettle some people; WeChat slides its own and does not ask.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  permission: {
    'scope.userLocation': { desc: '用于填写上报事情的地点，工作人员可自愿共享位置' },
  },
  requiredPrivateInfos: ['getLocation', 'chooseLocation'],
})
