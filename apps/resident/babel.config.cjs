// The oldest phones that are still in use have iOS 12, and browsers of Android are newer: what they know is not rewritten for older ones, which made scripts a tenth longer. WeChat compiles the mini-program once more.
const targets = process.env.TARO_ENV === 'h5' ? { ios: '12', chrome: '70' } : undefined

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, targets }]],
}
