/* Written by `npm run generate`; do not edit. */
export const version = '0.1.0';
export const userAgent = 'msgraph-soar/0.1.0';
