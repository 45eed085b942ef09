/// <reference types="@tarojs/taro" />

declare module '*.css'

/** Address of the server for the mini-program; empty on H5, which talks to the server it came from. */
declare const LINLI_SERVER: string
