export interface WeChat {
  /** `wx.login` code → openid. Null where WeChat says the code is not valid. */
  openIdOf(code: string): Promise<string | null>
  /** `getPhoneNumber` code → phone number without country code. Null where WeChat says the code is not valid. */
  phoneOf(phoneCode: string): Promise<string | null>
}
