import Type, { type Static } from "typebox";

/** What a list is asked with: the newest come first, `nextCursor` of an answer leads on. */
export const PageQuery = Type.Object(
  {
    limit: Type.Optional(Type.String({ pattern: "^([1-9][0-9]?|100)$", description: "1 to 100; 50 when absent." })),
    cursor: Type.Optional(
      Type.String({ minLength: 1, maxLength: 512, description: "`nextCursor` of the last answer." }),
    ),
  },
  { additionalProperties: false },
);
export type PageQuery = Static<typeof PageQuery>;

/** Absent on the last page. */
export const NextCursor = Type.Optional(Type.String({ description: "Absent on the last page." }));
