/** A gateway that is measured is asked more often than anyone may ask one that is not. */
export const withoutRates = { RATE_LIMIT_ADDRESS: '0', RATE_LIMIT_CLIENT: '0', RATE_LIMIT_ANONYMOUS: '0', RATE_LIMIT_CLIENT_COST: '0', RATE_LIMIT_ANONYMOUS_COST: '0', RATE_LIMIT_FAILED_KEYS: '0' } as const;
