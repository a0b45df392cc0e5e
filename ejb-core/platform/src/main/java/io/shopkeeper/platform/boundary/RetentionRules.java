package io.shopkeeper.platform.boundary;

import java.util.Optional;
import java.util.function.Function;

/**
 * How long a shop keeps what it could throw away.
 *
 * @param keepJobsDays days after which an ended job is forgotten with its log
 * @param keepJobs the newest so many jobs are kept whatever their age
 * @param keepVersions the newest so many versions of each model keep their files
 * @param keepVersionsDays days for which every version keeps its files
 * @param keepLiveDays days for which a version that was live keeps its files, to go back to it
 */
public record RetentionRules(
    int keepJobsDays, int keepJobs, int keepVersions, int keepVersionsDays, int keepLiveDays) {

  /** What holds where nobody chose. */
  public static final RetentionRules USUAL = new RetentionRules(30, 200, 10, 30, 180);

  private static final int MOST = 100_000;

  public RetentionRules {
    check("keepJobsDays", keepJobsDays);
    check("keepJobs", keepJobs);
    check("keepVersions", keepVersions);
    check("keepVersionsDays", keepVersionsDays);
    check("keepLiveDays", keepLiveDays);
  }

  /** As the shop's settings say. */
  public static RetentionRules of(Function<String, Optional<String>> settings) {
    return new RetentionRules(
        number(settings, "retention.keepJobsDays", USUAL.keepJobsDays),
        number(settings, "retention.keepJobs", USUAL.keepJobs),
        number(settings, "retention.keepVersions", USUAL.keepVersions),
        number(settings, "retention.keepVersionsDays", USUAL.keepVersionsDays),
        number(settings, "retention.keepLiveDays", USUAL.keepLiveDays));
  }

  private static int number(
      Function<String, Optional<String>> settings, String name, int otherwise) {
    return settings
        .apply(name)
        .filter(text -> text.matches("[1-9]\\d{0,4}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  private static void check(String name, int value) {
    if (value < 1 || value > MOST) {
      throw InvalidInputException.of("/" + name, "must be 1 to " + MOST);
    }
  }
}
