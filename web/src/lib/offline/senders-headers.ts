/** For which body a mutation is sent, and as whom: the server refuses it when somebody else is signed in by now. */
export const sendersHeaders = ({
  userId,
  seat,
}: {
  userId: string
  seat: string | null
}): Record<string, string> => ({
  ...(userId && { 'x-yui-person': userId }),
  ...(seat && { 'x-yui-acting': seat }),
})
