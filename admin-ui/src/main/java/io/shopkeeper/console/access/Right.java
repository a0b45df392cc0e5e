package io.shopkeeper.console.access;

import io.shopkeeper.platform.boundary.Role;
import java.util.EnumSet;
import java.util.Set;

/** What can be done in the console beyond looking, and by whom. */
public enum Right {
  /** Import data and mend rows. */
  DATA,
  /** Train, promote and roll back. */
  MODELS,
  /** Stop jobs. */
  JOBS,
  /** Keys, people, audit. */
  ADMINISTER;

  /** Who has it. */
  Set<Role> roles() {
    return switch (this) {
      case DATA, JOBS -> EnumSet.of(Role.ADMIN, Role.MERCHANDISER, Role.DATA_ENGINEER);
      case MODELS -> EnumSet.of(Role.ADMIN, Role.MERCHANDISER, Role.DATA_ENGINEER, Role.ANALYST);
      case ADMINISTER -> EnumSet.of(Role.ADMIN);
    };
  }
}
