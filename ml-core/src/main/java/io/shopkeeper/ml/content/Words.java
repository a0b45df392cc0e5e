package io.shopkeeper.ml.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Divides cells into words. */
public final class Words {

  private static final Pattern TAGS = Pattern.compile("[|;；、]");
  private static final Pattern LEVELS = Pattern.compile("[/>]");

  private Words() {}

  /**
   * Runs of letters and digits in lower case; of Chinese characters each two neighbours, for
   * Chinese writes no blanks, and a character that stands alone.
   */
  public static List<String> ofText(String text) {
    var words = new ArrayList<String>();
    int[] points = text.toLowerCase(Locale.ROOT).codePoints().toArray();
    for (int from = 0, to; from < points.length; from = to) {
      boolean chinese = Character.isIdeographic(points[from]);
      to = from + 1;
      if (!Character.isLetterOrDigit(points[from])) {
        continue;
      }
      while (to < points.length
          && Character.isLetterOrDigit(points[to])
          && Character.isIdeographic(points[to]) == chinese) {
        to++;
      }
      if (!chinese || to - from == 1) {
        words.add(new String(points, from, to - from));
      } else {
        for (int place = from; place < to - 1; place++) {
          words.add(new String(points, place, 2));
        }
      }
    }
    return words;
  }

  /**
   * Tags, divided by {@code |} or {@code ;}. A path such as {@code Films/Comedy} is also all that
   * it lies in, so that neighbours on a shelf are somewhat alike.
   */
  public static List<String> ofCategory(String cell) {
    var words = new ArrayList<String>();
    for (String tag : TAGS.split(cell)) {
      var path = new StringBuilder();
      for (String level : LEVELS.split(tag)) {
        if (!level.isBlank()) {
          path.append('/').append(level.strip());
          words.add(path.toString());
        }
      }
    }
    return words;
  }
}
