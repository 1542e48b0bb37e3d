package org.sweetie.console.live;

import org.jspecify.annotations.Nullable;

/** What the stop switch posts: a conversation or everything, and why. */
record StopForm(@Nullable String scope, @Nullable String reason) {
  static final String ALL = "all";

  String givenScope() {
    return scope == null || scope.isBlank() ? ALL : scope;
  }

  String givenReason() {
    return reason == null ? "" : reason.strip();
  }
}
