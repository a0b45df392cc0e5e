package io.shopkeeper.fraud.review;

import io.shopkeeper.catalog.boundary.ReviewData;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What speaks for spam in a review, with how often it was seen. Pure. */
final class SpamSigns {

  private static final int OFTEN = 3;
  private static final int MANY = 5;
  private static final int UNIFORM = 8;
  private static final int SHORT = 12;
  private static final int LOUD = 20;
  private static final double HUNDRED = 100;
  private static final Pattern LINK =
      Pattern.compile("(?i)https?://|\\bwww\\.|\\b[a-z0-9-]+\\.(?:com|net|cn|shop|xyz|top|ru)\\b");
  private static final Pattern CONTACT =
      Pattern.compile(
          "(?i)[\\w.+-]+@[\\w-]+\\.\\w+|\\+?\\d[\\d ()/-]{8,}\\d"
              + "|(?:whatsapp|telegram|wechat|weixin|微信|加微|加v|qq)\\W{0,3}[a-z0-9_-]{4,}");

  private SpamSigns() {}

  /**
   * What was looked up beside the review.
   *
   * @param copies how many earlier texts are nearly the same
   * @param own what the customer wrote in the 30 days until it, itself included
   * @param bought whether the customer bought the product; null where nobody can say
   */
  record Beside(int copies, List<ReviewData> own, Boolean bought) {}

  /** All that speak for spam, with what was counted. */
  static Map<SpamSign, Integer> of(ReviewData review, Beside beside) {
    Map<SpamSign, Integer> signs = new EnumMap<>(SpamSign.class);
    String text = (review.title() == null ? "" : review.title() + " ") + review.text();
    if (beside.copies() >= OFTEN) {
      signs.put(SpamSign.COPIED_OFTEN, beside.copies());
    } else if (beside.copies() > 0) {
      signs.put(SpamSign.COPIED, beside.copies());
    }
    int day = withinDay(review.time(), beside.own());
    if (day >= MANY) {
      signs.put(SpamSign.MANY, day);
    }
    if (isUniform(beside.own())) {
      signs.put(SpamSign.UNIFORM, beside.own().size());
    }
    if (Boolean.FALSE.equals(beside.bought())) {
      signs.put(SpamSign.NOT_BOUGHT, 1);
    }
    if (LINK.matcher(text).find()) {
      signs.put(SpamSign.LINK, 1);
    }
    if (CONTACT.matcher(text).find()) {
      signs.put(SpamSign.CONTACT, 1);
    }
    if (isShort(review)) {
      signs.put(SpamSign.SHORT, 1);
    }
    if (isLoud(text)) {
      signs.put(SpamSign.LOUD, 1);
    }
    return signs;
  }

  /** How much it looks like spam, 0 to 100: the chance that one of the signs is right. */
  static int score(Map<SpamSign, Integer> signs) {
    double none =
        signs.keySet().stream().mapToDouble(SpamSign::chance).reduce(1, (a, b) -> a * (1 - b));
    return (int) Math.round(HUNDRED * (1 - none));
  }

  private static int withinDay(Instant time, List<ReviewData> own) {
    return time == null
        ? 0
        : (int)
            own.stream()
                .filter(one -> one.time() != null)
                .filter(one -> one.time().isAfter(time.minus(Duration.ofDays(1))))
                .count();
  }

  private static boolean isUniform(List<ReviewData> own) {
    return own.size() >= UNIFORM
        && own.stream().allMatch(one -> one.rating() != null)
        && own.stream().map(ReviewData::rating).distinct().count() == 1;
  }

  private static boolean isShort(ReviewData review) {
    boolean extreme = review.rating() != null && (review.rating() >= 5 || review.rating() <= 1);
    String text = review.text().strip();
    return extreme && text.codePointCount(0, text.length()) < SHORT;
  }

  private static boolean isLoud(String text) {
    long letters = text.codePoints().filter(Character::isLowerCase).count();
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    return (capitals >= LOUD && capitals > letters) || text.contains("!!!") || text.contains("！！！");
  }
}
