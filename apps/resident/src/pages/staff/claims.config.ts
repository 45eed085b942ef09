export default definePageConfig({ navigationBarTitleText: '待采纳的变动' })
