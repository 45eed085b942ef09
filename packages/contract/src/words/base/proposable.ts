/** What somebody in the building may tell of a person; the community takes it over or does not. */
export const proposable = { phone: '联系电话', otherPhone: '备用电话', workplace: '服务处所', guardian: '监护人或紧急联系人', guardianPhone: '紧急联系电话', careNote: '困难和需求' } as const
