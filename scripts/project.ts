import path from 'node:path'

/** The folder of the checkout. */
export const projectRoot = path.resolve(import.meta.dirname, '..')

/** Where everything lies that running Yui creates and that a checkout does not bring. */
export function dataFolder(): string {
  return path.resolve(projectRoot, process.env.YUI_DATA_DIR ?? '.data')
}
