import { lazy } from "react";
import { Outlet, useLocation, useMatch } from "react-router";
import { callIn } from "./call-state.ts";

const PeopleProvider = lazy(() =>
  import("./people-provider.tsx").then((module) => ({ default: module.PeopleProvider })),
);

/** Around the People page and the calls that come from it: someone is online in there, and nowhere else. */
export function PeopleScope() {
  const { state } = useLocation();
  const isPeople = useMatch("/people") !== null;
  if (!isPeople && callIn(state) === undefined) return <Outlet />;
  return (
    <PeopleProvider>
      <Outlet />
    </PeopleProvider>
  );
}
