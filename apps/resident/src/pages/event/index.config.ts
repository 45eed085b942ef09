export default definePageConfig({ navigationBarTitleText: '事件进度' })
