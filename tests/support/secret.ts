/** Signs sessions and encrypts second factors in tests. */
export const TEST_SECRET = 'a secret only for tests, 32 characters and more'
