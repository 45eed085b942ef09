/** Every page by name, in the order WeChat lists them; the first one opens the app. */
export const pages = {
  home: 'pages/home/index',
  report: 'pages/report/index',
  matter: 'pages/report/matter',
  place: 'pages/report/place',
  sent: 'pages/report/sent',
  talk: 'pages/talk/index',
  talks: 'pages/talk/list',
  events: 'pages/event/list',
  event: 'pages/event/index',
  me: 'pages/me/index',
  devices: 'pages/me/devices',
  privacy: 'pages/privacy/index',
  notice: 'pages/privacy/notice',
  rights: 'pages/privacy/rights',
  signIn: 'pages/sign-in/index',
} as const

/** For those who work here: a package of its own in the mini-program, which residents never load. */
export const staffPages = {
  staff: 'pages/staff/index',
  staffEvent: 'pages/staff/event',
  staffReport: 'pages/staff/report',
  staffWhistle: 'pages/staff/whistle',
  staffWhistles: 'pages/staff/whistles',
  staffFind: 'pages/staff/find',
  staffDoors: 'pages/staff/doors',
  staffDoor: 'pages/staff/door',
  staffNews: 'pages/staff/news',
  staffClaims: 'pages/staff/claims',
  staffKept: 'pages/staff/kept',
  outbox: 'pages/staff/outbox',
  staffSignIn: 'pages/staff/sign-in',
} as const

/** WeChat has a map of its own; what a text message brings opens in a browser. */
export const h5Pages = { map: 'pages/map/index', link: 'pages/link/index' } as const

export type PageName = keyof typeof pages | keyof typeof staffPages | keyof typeof h5Pages
