package io.shopkeeper.platform.boundary;

import java.util.Locale;

/** What a person of the console does; the server knows roles by their lower-case names. */
public enum Role {
  ADMIN,
  MERCHANDISER,
  ANALYST,
  AGENT,
  MARKETER,
  DATA_ENGINEER,
  VIEWER;

  /** The name under which the server checks it, such as {@code data_engineer}. */
  public String roleName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
