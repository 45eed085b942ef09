export default definePageConfig({ navigationBarTitleText: '找地点' })
