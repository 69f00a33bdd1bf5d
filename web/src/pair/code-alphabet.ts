/** Crockford's base 32: the digits and letters that nobody takes for one another (no I, L, O and U). */
export const codeAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Characters of a code. 40 bits: guessing one of the few that are on offer is hopeless. */
export const codeLength = 8;
