/** `npm run chamcall -- help`. */
export const HELP = `Usage: npm run chamcall -- <command> [options]

  app create --name <name> [--origin <origin>]…      makes an app and shows its secret, once
  app list                                           every app, the oldest first
  app rotate <appId> [--former-hours <hours>]        a new secret; the former one lives 24 hours more
  app set-origins <appId> [<origin>]…                the sites whose pages may connect; none to clear the list
  app set-limits <appId> [--max-rooms <n>] [--max-participants <n>] [--join-rate <n>]
                                                     what the app may do at most; "none" lifts a limit
  app disable <appId>                                refuses the app and everyone in its rooms
  app enable <appId>                                 takes it back
  help                                               this text

  --json    one JSON object on standard output, for scripts: npm run --silent chamcall -- … --json

It works on the database of the settings in the environment and in .env, while the server runs or not.
`;
