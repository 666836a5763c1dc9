/** The address of a branch's page, or of one of its parts, or of one row there. */
export const branchPath = (id: string, tab?: string, here?: string): string => {
  const query = new URLSearchParams({ ...(tab && { tab }), ...(here && { here }) }).toString()
  return `/branch/${id}${query && `?${query}`}`
}
