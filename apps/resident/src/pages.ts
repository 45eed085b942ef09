/** Every page by name, in the order WeChat lists them; the first one opens the app. */
export const pages = {
  home: 'pages/home/index',
  me: 'pages/me/index',
} as const

export type PageName = keyof typeof pages
