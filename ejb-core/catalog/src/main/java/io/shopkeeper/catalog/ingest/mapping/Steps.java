package io.shopkeeper.catalog.ingest.mapping;

import io.shopkeeper.catalog.boundary.MappingStep;
import io.shopkeeper.catalog.boundary.RowTest;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The steps that a mapping may name, and how they are made. */
final class Steps {

  /** Each with the options that it knows; those with an asterisk it needs. */
  static final Map<String, Set<String>> OPTIONS =
      Map.ofEntries(
          Map.entry("upper", Set.of()),
          Map.entry("lower", Set.of()),
          Map.entry("trim", Set.of()),
          Map.entry("absolute", Set.of()),
          Map.entry("id", Set.of()),
          Map.entry("hash", Set.of()),
          Map.entry("prefix", Set.of("*text")),
          Map.entry("suffix", Set.of("*text")),
          Map.entry("cut", Set.of("head", "tail")),
          Map.entry("replace", Set.of("*find", "with")),
          Map.entry("split", Set.of("*by", "part")),
          Map.entry("date", Set.of("*format", "zone")),
          Map.entry("number", Set.of("decimal", "group")),
          Map.entry("times", Set.of("*by")),
          Map.entry("divide", Set.of("by", "column")),
          Map.entry("round", Set.of("*decimals")),
          Map.entry("sign", Set.of("negative", "zero", "positive")),
          Map.entry("lookup", Set.of("otherwise")),
          Map.entry("when", Set.of("*column", "*test", "value")));

  private static final int LONGEST_ID = 128;

  private Steps() {}

  /**
   * Makes a step that {@link MappingJson} has looked at.
   *
   * @throws IllegalArgumentException if an option makes no sense
   */
  static Step of(MappingStep step) {
    Map<String, String> options = step.options();
    return switch (step.action()) {
      case "upper" -> (value, row) -> value.toUpperCase(Locale.ROOT);
      case "lower" -> (value, row) -> value.toLowerCase(Locale.ROOT);
      case "trim" -> (value, row) -> value.strip();
      case "absolute" -> (value, row) -> plain(number(value).abs());
      case "id" -> (value, row) -> id(value);
      case "hash" -> (value, row) -> hash(value);
      case "prefix" -> (value, row) -> options.get("text") + value;
      case "suffix" -> (value, row) -> value + options.get("text");
      case "cut" -> (value, row) -> cut(value, options);
      case "replace" ->
          (value, row) -> value.replace(options.get("find"), options.getOrDefault("with", ""));
      case "split" -> split(options);
      case "date" -> new DateStep(options.get("format"), options.getOrDefault("zone", "UTC"));
      case "number" -> (value, row) -> unlocalised(value, options);
      case "times" -> times(new BigDecimal(options.get("by")));
      case "divide" -> divide(options);
      case "round" -> round(Integer.parseInt(options.get("decimals")));
      case "sign" -> (value, row) -> sign(value, options);
      case "lookup" -> lookup(step);
      case "when" -> when(options);
      default -> throw new IllegalArgumentException("there is no step " + step.action());
    };
  }

  private static String cut(String value, Map<String, String> options) {
    String head = options.getOrDefault("head", "");
    String tail = options.getOrDefault("tail", "");
    String cut = value.startsWith(head) ? value.substring(head.length()) : value;
    return cut.endsWith(tail) ? cut.substring(0, cut.length() - tail.length()) : cut;
  }

  private static Step split(Map<String, String> options) {
    String by = options.get("by");
    int part = Integer.parseInt(options.getOrDefault("part", "1"));
    if (part == 0) {
      throw new IllegalArgumentException("part counts from 1, or from -1 for the last");
    }
    return (value, row) -> {
      List<String> parts = List.of(value.split(Pattern.quote(by), -1));
      int place = part > 0 ? part - 1 : parts.size() + part;
      return place >= 0 && place < parts.size() ? parts.get(place).strip() : "";
    };
  }

  private static String unlocalised(String value, Map<String, String> options)
      throws StepFailedException {
    String decimal = options.getOrDefault("decimal", ".");
    String group = options.getOrDefault("group", "");
    String text = value.replaceAll("[\\p{Sc}\\s\u00a0\u202f]", "");
    if (!group.isBlank()) {
      // 19.90 is no number of thousands: better refused than made into 1990.
      String groups = "\\d{1,3}(" + Pattern.quote(group) + "\\d{3})+|\\d+";
      String decimals = "(" + Pattern.quote(decimal) + "\\d+)?";
      if (!text.matches("[-+]?(" + groups + ")" + decimals)) {
        throw new StepFailedException(
            "must have %s between thousands and %s before decimals, but is %s"
                .formatted(group, decimal, shorten(value)));
      }
      text = text.replace(group, "");
    }
    return plain(number(text.replace(decimal, ".")));
  }

  private static Step times(BigDecimal by) {
    return (value, row) -> plain(number(value).multiply(by));
  }

  private static Step divide(Map<String, String> options) {
    String column = options.get("column");
    if (column == null && options.get("by") == null) {
      throw new IllegalArgumentException("divide needs by or column");
    }
    BigDecimal fixed = column == null ? new BigDecimal(options.get("by")) : null;
    return (value, row) -> {
      BigDecimal by = column == null ? fixed : number(row.cell(column).strip());
      if (by.signum() == 0) {
        throw new StepFailedException("cannot be divided by 0");
      }
      return plain(number(value).divide(by, MathContext.DECIMAL64));
    };
  }

  private static Step round(int decimals) {
    return (value, row) -> plain(number(value).setScale(decimals, RoundingMode.HALF_UP));
  }

  private static String sign(String value, Map<String, String> options) throws StepFailedException {
    int sign = number(value).signum();
    String word = sign < 0 ? "negative" : sign > 0 ? "positive" : "zero";
    return options.getOrDefault(word, sign == 0 ? options.getOrDefault("positive", "") : "");
  }

  private static Step lookup(MappingStep step) {
    String otherwise = step.options().get("otherwise");
    return (value, row) -> {
      String found = step.table().get(value.strip());
      if (found != null) {
        return found;
      }
      return otherwise == null ? value : otherwise;
    };
  }

  private static Step when(Map<String, String> options) {
    var filter =
        new RowFilter(
            new RowTest(options.get("column"), options.get("test"), options.get("value")));
    return (value, row) -> filter.passes(row) ? value : "";
  }

  /** Other characters than an id may have become hyphens; what is too long is hashed. */
  private static String id(String value) {
    String id = value.strip().replaceAll("[^A-Za-z0-9._:-]+", "-");
    return id.equals(value.strip()) && id.length() <= LONGEST_ID
        ? id
        : (id.length() > 60 ? id.substring(0, 60) : id) + "-" + hash(value).substring(0, 12);
  }

  private static String hash(String value) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static BigDecimal number(String value) throws StepFailedException {
    String text = value.strip();
    if (text.length() <= 40 && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,2})?")) {
      return new BigDecimal(text);
    }
    throw new StepFailedException("must be a number, but is " + shorten(value));
  }

  private static String plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  static String shorten(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
