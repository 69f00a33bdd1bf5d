import { TriangleAlert } from "lucide-react";
import { Component, type ReactNode } from "react";
import { Translation } from "react-i18next";
import { Button } from "./ui/button.tsx";
import { MessageScreen } from "./ui/message-screen.tsx";

/** Catches what a page could not: an apology with a way on instead of a blank screen. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <MessageScreen
            icon={<TriangleAlert />}
            tone="problem"
            title={t("problem.crashTitle")}
            text={t("problem.crashText")}
          >
            <Button tone="primary" onClick={() => location.reload()}>
              {t("problem.crashAction")}
            </Button>
          </MessageScreen>
        )}
      </Translation>
    );
  }
}
