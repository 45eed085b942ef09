/** Order matters: Edge calls itself Chrome too, Chrome calls itself Safari, everybody calls itself Mozilla. */
const programs: [RegExp, string][] = [
  [/miniProgram/i, '微信小程序'], [/MicroMessenger/i, '微信'], [/DingTalk/i, '钉钉'], [/Edg\//, 'Edge'], [/QQBrowser/i, 'QQ 浏览器'],
  [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙'], [/Android/, '安卓'], [/iPhone|iPad/, '苹果手机或平板'], [/Windows/, 'Windows'], [/Mac OS X/, 'Mac'], [/Linux/, 'Linux'],
]

/** The device of a session as people know it, from what the browser said of itself. */
export function deviceName(userAgent: string): string {
  const names = [programs, systems].map((kinds) => kinds.find(([form]) => form.test(userAgent))?.[1]).filter(Boolean)
  return names.length > 0 ? names.join(' · ') : '其他设备'
}
