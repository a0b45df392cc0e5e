package io.shopkeeper.platform.identity;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * What a password must be: long enough, not among those that were stolen elsewhere, and not what a
 * program guesses early on. The list of some 30,000 stolen passwords and the estimate are those of
 * the zxcvbn library; nothing leaves this machine. Safe for use by several threads.
 */
public final class PasswordPolicy {

  /** Fewest characters. */
  public static final int SHORTEST = 12;

  /** Most characters. */
  public static final int LONGEST = 256;

  // Longer than this it is strong anyway, and the estimate would take long.
  private static final int MEASURED = 64;
  private static final int STRONG = 3;
  private static final Zxcvbn MEASURE = new Zxcvbn();

  private PasswordPolicy() {}

  /**
   * Refuses what will not do.
   *
   * @throws InvalidInputException with the pointer {@code password} and the reason
   */
  public static void require(String username, String password) {
    if (password.length() < SHORTEST || password.length() > LONGEST) {
      throw refusal("must have %d to %d characters".formatted(SHORTEST, LONGEST));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    if (lower.contains(username.toLowerCase(Locale.ROOT))) {
      throw refusal("must not contain the user name");
    }
    Strength strength =
        MEASURE.measure(
            password.substring(0, Math.min(password.length(), MEASURED)),
            List.of(username, "shopkeeper", "zhanggui"));
    if (isStolen(strength, lower)) {
      throw refusal("stands in lists of stolen passwords; choose another");
    }
    if (strength.getScore() < STRONG) {
      throw refusal(
          "is easy to guess; take several words that do not belong together, or let a password"
              + " manager make one");
    }
  }

  private static boolean isStolen(Strength strength, String lower) {
    for (Match match : strength.getSequence()) {
      if ("passwords".equals(match.dictionaryName) && match.token.length() >= lower.length() - 2) {
        return true;
      }
    }
    return false;
  }

  private static InvalidInputException refusal(String reason) {
    return InvalidInputException.of("password", reason);
  }
}
