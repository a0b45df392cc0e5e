package io.shopkeeper.catalog.ingest.mapping;

import io.shopkeeper.catalog.boundary.ColumnGuess;
import io.shopkeeper.catalog.boundary.ImportKind;
import io.shopkeeper.catalog.boundary.MappingStep;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Guesses which column is which field: by its name, and by what its values look like. Names count
 * more; values that contradict a name halve the trust in it. Each column and each field is taken
 * once, the surest pair first.
 */
public final class Guesses {

  /** From here on a guess is used where nobody looked at it. */
  public static final double SURE = 0.7;

  private static final double BY_VALUES = 0.4;
  private static final double NEEDED_FIRST = 0.05;

  private Guesses() {}

  private record Pair(int column, String field, double confidence) {}

  /**
   * Guesses.
   *
   * @param columns in the order of the file
   * @param samples values of each column, in the same order
   */
  public static List<ColumnGuess> of(
      ImportKind kind, List<String> columns, List<List<String>> samples) {
    return of(kind, columns, samples, Set.of());
  }

  /**
   * Guesses beside what is known.
   *
   * @param taken fields that have a column already
   */
  public static List<ColumnGuess> of(
      ImportKind kind, List<String> columns, List<List<String>> samples, Set<String> taken) {
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < columns.size(); i++) {
      for (Field field : Fields.of(kind).values()) {
        double confidence = confidence(field, columns.get(i), samples.get(i));
        if (confidence > 0) {
          pairs.add(new Pair(i, field.name(), confidence));
        }
      }
    }
    // Where two fields want a column, one that a record cannot be without goes before.
    pairs.sort(
        Comparator.<Pair>comparingDouble(
                pair ->
                    pair.confidence() + (Fields.isNeeded(kind, pair.field()) ? NEEDED_FIRST : 0))
            .reversed());
    Map<Integer, Pair> chosen = new HashMap<>();
    Set<String> fields = new HashSet<>(taken);
    for (Pair pair : pairs) {
      if (!chosen.containsKey(pair.column()) && fields.add(pair.field())) {
        chosen.put(pair.column(), pair);
      }
    }
    var guesses = new ArrayList<ColumnGuess>();
    for (int i = 0; i < columns.size(); i++) {
      guesses.add(guess(kind, columns.get(i), samples.get(i), chosen.get(i)));
    }
    return guesses;
  }

  private static ColumnGuess guess(
      ImportKind kind, String column, List<String> samples, Pair pair) {
    if (pair == null) {
      return new ColumnGuess(column, null, 0, samples, null);
    }
    Shape shape = Fields.of(kind).get(pair.field()).shape();
    MappingStep step = shape == Shape.TIME ? DateFormats.step(samples) : null;
    if (shape == Shape.MONEY && decimalComma(samples)) {
      step = new MappingStep("number", Map.of("decimal", ",", "group", "."), Map.of());
    }
    return new ColumnGuess(column, pair.field(), pair.confidence(), samples, step);
  }

  /**
   * Only where every point stands before three digits: 19.90 beside 19,90 is left to the cleaning.
   */
  private static boolean decimalComma(List<String> samples) {
    List<String> present = samples.stream().filter(text -> !text.isBlank()).toList();
    return present.stream().anyMatch(text -> text.strip().matches("-?[\\d.]+,\\d{1,2}"))
        && present.stream()
            .allMatch(text -> text.strip().matches("-?(\\d{1,3}(\\.\\d{3})+|\\d+)(,\\d{1,4})?"));
  }

  private static double confidence(Field field, String column, List<String> samples) {
    double byName = byName(field, column);
    double share = field.shape().share(samples);
    boolean noValues = samples.stream().allMatch(String::isBlank);
    if (byName > 0) {
      return noValues || share >= 0.5 || loose(field.shape()) ? byName : byName / 2;
    }
    return share >= 0.9 && telling(field.shape()) ? BY_VALUES * share : 0;
  }

  /** Shapes that say nothing against a name. */
  private static boolean loose(Shape shape) {
    return switch (shape) {
      case TEXT, PROSE, PATH, CHINESE, STRUCTURE, FLAG, ID -> true;
      default -> false;
    };
  }

  /** Shapes that say something without a name. */
  private static boolean telling(Shape shape) {
    return switch (shape) {
      case EMAIL, TIME, IP, ADDRESS, CHINESE, PROSE -> true;
      default -> false;
    };
  }

  private static double byName(Field field, String column) {
    String name = plain(column);
    if (name.equals(plain(field.name())) || name.equals(lastPart(field.name()))) {
      return field.name().contains(".") && !name.equals(plain(field.name())) ? 0.9 : 1;
    }
    int place = field.names().indexOf(name);
    if (place >= 0) {
      return 0.95 - 0.01 * place;
    }
    boolean within =
        name.length() >= 4
            && field.names().stream()
                .anyMatch(known -> known.length() >= 4 && name.contains(known));
    return within ? 0.55 : 0;
  }

  private static String lastPart(String field) {
    return plain(field.substring(field.indexOf('.') + 1));
  }

  /** A name without case, space and signs. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.()\\[\\]/-]", "");
  }

  /** Which kind the columns probably are, the surest first, each with its confidence. */
  public static Map<ImportKind, Double> kinds(List<String> columns, List<List<String>> samples) {
    Map<ImportKind, Double> unsorted = new HashMap<>();
    for (ImportKind kind : ImportKind.values()) {
      unsorted.put(kind, kindConfidence(kind, of(kind, columns, samples)));
    }
    Map<ImportKind, Double> kinds = new LinkedHashMap<>();
    unsorted.entrySet().stream()
        .sorted(Map.Entry.<ImportKind, Double>comparingByValue().reversed())
        .forEach(entry -> kinds.put(entry.getKey(), entry.getValue()));
    return kinds;
  }

  /** The share of needed fields that are there, and of columns that are used. */
  private static double kindConfidence(ImportKind kind, List<ColumnGuess> guesses) {
    List<ColumnGuess> sure = guesses.stream().filter(g -> g.confidence() >= SURE).toList();
    List<String> needed =
        Fields.names(kind).stream().filter(f -> Fields.isNeeded(kind, f)).toList();
    long present =
        needed.stream().filter(f -> sure.stream().anyMatch(g -> f.equals(g.field()))).count();
    double complete = needed.isEmpty() ? 0.5 : (double) present / needed.size();
    double used = guesses.isEmpty() ? 0 : (double) sure.size() / guesses.size();
    return 0.6 * complete + 0.4 * used;
  }
}
