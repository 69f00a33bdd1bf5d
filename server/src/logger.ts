import { type Logger, pino } from "pino";
import pretty from "pino-pretty";

/** JSON lines on standard output; readable ones in a terminal. Never a token, an SDP or a message body. */
export function createLogger(level: string): Logger {
  const stream = process.stdout.isTTY
    ? pretty({ colorize: true, ignore: "pid,hostname", translateTime: "HH:MM:ss" })
    : undefined;
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime };
  return stream ? pino(options, stream) : pino(options);
}
