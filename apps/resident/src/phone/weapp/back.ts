import Taro from '@tarojs/taro'

/** Where WeChat says that something may go through again. */
export function whenBack(hear: () => void) {
  Taro.onNetworkStatusChange(({ isConnected }) => { if (isConnected) hear() })
  Taro.onAppShow(hear)
}
