import { lazy, Suspense } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { ErrorBoundary } from "./error-boundary.tsx";
import { HomePage } from "./home/home-page.tsx";
import { PeopleScope } from "./people/people-scope.tsx";
import { LoadingScreen } from "./ui/loading-screen.tsx";
import { NotFound } from "./ui/not-found.tsx";
import { Toaster } from "./ui/toaster.tsx";

const EmbedPage = lazy(() => import("./embed/embed-page.tsx").then((module) => ({ default: module.EmbedPage })));
const PairPage = lazy(() => import("./pair/pair-page.tsx").then((module) => ({ default: module.PairPage })));
const RoomPage = lazy(() => import("./room/room-page.tsx").then((module) => ({ default: module.RoomPage })));

const PeoplePage = lazy(() => import("./people/people-page.tsx").then((module) => ({ default: module.PeoplePage })));

/** The pages. What a call needs is loaded with the first room. */
export function App() {
  return (
    <BrowserRouter>
      <ErrorBoundary>
        <Suspense fallback={<LoadingScreen />}>
          <Routes>
            <Route path="/" element={<HomePage />} />
            <Route path="/embed" element={<EmbedPage />} />
            <Route path="/pair" element={<PairPage />} />
            <Route element={<PeopleScope />}>
              <Route path="/people" element={<PeoplePage />} />
              <Route path="/room/:roomId" element={<RoomPage />} />
            </Route>
            <Route path="*" element={<NotFound />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
      <Toaster />
    </BrowserRouter>
  );
}
