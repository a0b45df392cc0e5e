package io.shopkeeper.platform.boundary;

import java.util.Set;

/**
 * A signed-in person with a request, as of now: roles that were taken away a moment ago are not
 * among these.
 *
 * @param mustEnrol whether a second factor has to be set up before anything else
 */
public record Visitor(
    long sessionId, String username, Set<Role> roles, Preferences preferences, boolean mustEnrol) {

  public Visitor {
    roles = Set.copyOf(roles);
  }

  /** Whether this person has a right. */
  public boolean may(Right right) {
    return right.isOf(roles);
  }
}
