import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Libraries that change less often than our pages, so that browsers keep them. The order matters: earlier groups take what later ones would drag in. */
const groups = [
  { name: 'maplibre', test: /node_modules[\\/](maplibre-gl|@maplibre)[\\/]/, priority: 50 },
  { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 40 },
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router|@tanstack)[\\/]/, priority: 30 },
]

/** MapLibre and its worker use two things that Chromium learned after 87 (Array.prototype.at in 92, Object.hasOwn in 93); everything else is there. */
const forOldBrowsers = [
  'Array.prototype.at||Object.defineProperty(Array.prototype,"at",{configurable:true,writable:true,value:function(i){return this[i<0?this.length+i:i]}});',
  'Object.hasOwn||(Object.hasOwn=function(o,k){return Object.prototype.hasOwnProperty.call(o,k)});',
].join('')

export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    // Office computers often run browsers on the Chromium of 2020.
    target: 'chrome87',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups }, banner: (chunk) => chunk.name === 'maplibre' ? forOldBrowsers : '' } },
  },
  worker: { rolldownOptions: { output: { banner: forOldBrowsers } } },
  server: { proxy: { '/api': { target: process.env.LINLI_SERVER ?? 'http://127.0.0.1:8080', changeOrigin: false } } },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
