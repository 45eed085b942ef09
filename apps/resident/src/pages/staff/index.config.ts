export default definePageConfig({ navigationBarTitleText: '我的任务', ...(process.env.TARO_ENV === 'weapp' ? { enablePullDownRefresh: true } : {}) })
