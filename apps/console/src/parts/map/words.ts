/** MapLibre's own words, in Chinese. */
export const mapWords = {
  'Map.Title': '地图，可用方向键移动，加减号缩放',
  'Marker.Title': '位置标记',
  'NavigationControl.ResetBearing': '恢复正北',
  'NavigationControl.ZoomIn': '放大',
  'NavigationControl.ZoomOut': '缩小',
  'Popup.Close': '关闭',
  'ScaleControl.Meters': '米',
  'ScaleControl.Kilometers': '公里',
  'CooperativeGesturesHandler.WindowsHelpText': '按住 Ctrl 并滚动滚轮可缩放地图',
  'CooperativeGesturesHandler.MacHelpText': '按住 ⌘ 并滚动可缩放地图',
  'CooperativeGesturesHandler.MobileHelpText': '用两个手指移动地图',
}
