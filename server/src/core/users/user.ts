/** Someone who can be rung. */
export interface UserKey {
  appId: string;
  userId: string;
}

/** Owner of every name that was taken without a token: whoever comes with one of these last, has it. */
export const ANYONE = "anyone";
