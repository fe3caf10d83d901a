import { GraphQLError } from 'graphql'

/** The caller wrote something a query cannot be answered for; says what, so that it can be put right. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
