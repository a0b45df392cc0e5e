package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.platform.boundary.InvalidInputException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One form for characters, no control or invisible ones, single blanks; words such as N/A become
 * nothing. By itself it takes Unicode NFKC for ids, numbers and codes, and NFC for texts, where it
 * makes full-width letters and digits half-width but leaves Chinese punctuation as it is.
 */
final class CharactersStep implements Step {

  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u200B\\u2060\\uFEFF\\u202A-\\u202E\\u2066-\\u2069]");
  private static final Pattern HALF =
      Pattern.compile(
          "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
  private static final int WIDE = 0xFEE0;
  private static final char IDEOGRAPHIC_SPACE = '\u3000';
  private static final int MOST_ROUNDS = 6;

  /** The Unicode form. */
  enum Form {
    /** NFKC for codes; NFC and half-width letters for texts. */
    AUTO,
    NFKC,
    NFC,
    OFF
  }

  /**
   * What to do.
   *
   * @param empties words that stand for nothing, in lower case
   * @param fields empty for all but structures
   */
  record Options(
      Form form, boolean controls, boolean blanks, Set<String> empties, List<String> fields) {

    static Options read(OptionReader reader) {
      Set<String> empties = new HashSet<>();
      reader.words("empties").forEach(word -> empties.add(word.toLowerCase(Locale.ROOT)));
      if (empties.size() > 100) {
        throw InvalidInputException.of("empties", "must be 100 words at most");
      }
      return new Options(
          reader.choice("form", Form.class),
          reader.flag("controls"),
          reader.flag("blanks"),
          Set.copyOf(empties),
          reader.words("fields"));
    }
  }

  private final Options options;

  CharactersStep(Options options) {
    this.options = options;
  }

  @Override
  public void clean(Draft row) {
    for (String field : row.fields()) {
      boolean asked =
          options.fields().isEmpty()
              ? !Fields.isStructure(field)
              : options.fields().contains(field);
      if (asked) {
        row.get(field).ifPresent(value -> clean(row, field, value));
      }
    }
  }

  private void clean(Draft row, String field, String value) {
    String clean = normal(value, Fields.isText(field));
    if (clean.isEmpty() || options.empties().contains(clean.toLowerCase(Locale.ROOT))) {
      row.repair(field, null, "characters.empty", "");
    } else {
      row.repair(field, clean, "characters.form", "");
    }
  }

  /** Each part may leave work for the others, so all go on until nothing changes. */
  private String normal(String value, boolean text) {
    String before = value;
    String after = round(before, text);
    for (int i = 0; i < MOST_ROUNDS && !after.equals(before); i++) {
      before = after;
      after = round(before, text);
    }
    return after;
  }

  private String round(String value, boolean prose) {
    String text = value;
    if (options.controls()) {
      text = LINE_END.matcher(text).replaceAll("\n");
      text = HALF.matcher(text).replaceAll("");
      text = INVISIBLE.matcher(text).replaceAll("");
    }
    if (options.form() == Form.AUTO && prose) {
      text = Normalizer.normalize(narrow(text), Normalizer.Form.NFC);
    } else if (options.form() == Form.AUTO) {
      text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    } else if (options.form() != Form.OFF) {
      text = Normalizer.normalize(text, Normalizer.Form.valueOf(options.form().name()));
    }
    return options.blanks() ? BLANKS.matcher(text).replaceAll(" ").strip() : text;
  }

  /** Full-width letters and digits, and the ideographic space, become those of ASCII. */
  private static String narrow(String text) {
    var narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char half = (char) (c - WIDE);
      boolean letter = c > WIDE && half < 128 && Character.isLetterOrDigit(half);
      narrow.append(letter ? half : c == IDEOGRAPHIC_SPACE ? ' ' : c);
    }
    return narrow.toString();
  }
}
