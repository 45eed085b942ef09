export default definePageConfig({ navigationBarTitleText: '问社工' })
