package io.shopkeeper.platform.boundary;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The shop's rules for signing in.
 *
 * @param idleMinutes a session ends so long after the last click
 * @param longestHours a session ends so long after its beginning
 * @param linkHours a one-time link can be used so long
 * @param codeRoles people with one of these roles need a second factor
 */
public record SignInRules(int idleMinutes, int longestHours, int linkHours, Set<Role> codeRoles) {

  /** What holds until somebody changes it. */
  public static final SignInRules DEFAULT = new SignInRules(30, 12, 72, EnumSet.noneOf(Role.class));

  public SignInRules {
    require("idleMinutes", idleMinutes, 5, 1440);
    require("longestHours", longestHours, 1, 168);
    require("linkHours", linkHours, 1, 720);
    codeRoles = Set.copyOf(codeRoles);
  }

  public Duration idle() {
    return Duration.ofMinutes(idleMinutes);
  }

  public Duration longest() {
    return Duration.ofHours(longestHours);
  }

  /** Whether somebody with these roles needs a second factor. */
  public boolean needsCode(Set<Role> roles) {
    return roles.stream().anyMatch(codeRoles::contains);
  }

  private static void require(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw InvalidInputException.of(name, "must be from %d to %d".formatted(least, most));
    }
  }
}
