package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.ml.dedupe.NGrams;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Categories under the names that the shop uses: separators become /, variants what the shop says
 * they are, other cases and blanks the known spelling. What is known are the categories of the
 * shop's products; a spelling that only the file has counts as the one that occurs most often in
 * it. A category that is merely alike is suggested, or taken if the options say so. At most 20,000
 * different spellings are remembered.
 */
final class CategoryStep implements Step {

  private static final int MOST = 20_000;

  /** What becomes of a category that is alike. */
  enum Similar {
    FLAG,
    REPAIR,
    OFF
  }

  /**
   * What to do.
   *
   * @param variants folded variant to path
   * @param similarity from which on something is alike
   */
  record Options(Map<String, String> variants, double similarity, Similar similar) {

    Options {
      variants.forEach(
          (variant, path) -> {
            String further = variants.get(fold(path));
            if (further != null && !fold(further).equals(fold(path))) {
              throw InvalidInputException.of(
                  "variants", "%s leads to %s, which leads on to another".formatted(variant, path));
            }
          });
    }

    static Options read(OptionReader reader) {
      Map<String, String> variants = new HashMap<>();
      reader.lines("variants").forEach((variant, path) -> variants.put(fold(variant), path(path)));
      return new Options(
          Map.copyOf(variants),
          reader.number("similarity", 0.5, 1),
          reader.choice("similar", Similar.class));
    }
  }

  private final Options options;
  private final Map<String, String> shops = new TreeMap<>();
  private final Map<String, Map<String, Long>> files = new TreeMap<>();
  private final Map<String, Optional<String>> suggestions = new HashMap<>();

  CategoryStep(Options options, Iterable<String> known) {
    this.options = options;
    known.forEach(path -> shops.putIfAbsent(fold(path), path));
    options.variants().values().forEach(path -> shops.putIfAbsent(fold(path), path));
  }

  @Override
  public void learn(Draft known) {}

  @Override
  public void observe(Draft row) {
    row.get("categoryPath")
        .map(CategoryStep::path)
        .filter(path -> files.size() < MOST || files.containsKey(fold(path)))
        .ifPresent(
            path ->
                files
                    .computeIfAbsent(fold(path), folded -> new TreeMap<>())
                    .merge(path, 1L, Long::sum));
    clean(row);
  }

  @Override
  public void clean(Draft row) {
    Optional<String> value = row.get("categoryPath");
    if (value.isEmpty()) {
      return;
    }
    String path = path(value.get());
    String folded = fold(path);
    String variant = options.variants().get(folded);
    if (variant != null) {
      row.repair("categoryPath", known(fold(variant), variant), "category.variant", "");
      return;
    }
    String known = known(folded, path);
    row.repair("categoryPath", known, "category.spelling", "");
    if (!shops.isEmpty() && !shops.containsKey(folded) && options.similar() != Similar.OFF) {
      suggest(row, known, folded);
    }
  }

  /** The spelling that the shop uses, or the file most often. */
  private String known(String folded, String path) {
    String shops = this.shops.get(folded);
    if (shops != null) {
      return shops;
    }
    return files.getOrDefault(folded, Map.of()).entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(path);
  }

  private void suggest(Draft row, String path, String folded) {
    Optional<String> alike = suggestions.computeIfAbsent(folded, this::alike);
    if (alike.isEmpty()) {
      return;
    }
    if (options.similar() == Similar.REPAIR) {
      row.repair("categoryPath", alike.get(), "category.similar", "");
    } else {
      row.doubt(
          "categoryPath", "category.similar", "%s is new; is it %s?".formatted(path, alike.get()));
    }
  }

  private Optional<String> alike(String folded) {
    long[] runs = NGrams.of(folded);
    return shops.entrySet().stream()
        .map(entry -> Map.entry(entry.getValue(), NGrams.dice(runs, NGrams.of(entry.getKey()))))
        .filter(entry -> entry.getValue() >= options.similarity())
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  /** One way to write the levels: with / and without blanks around it. */
  static String path(String text) {
    return text.strip()
        .replaceAll("\\s*(?:>+|\\||»|\\\\|/)\\s*", "/")
        .replaceAll("/{2,}", "/")
        .replaceAll("^/|/$", "")
        .replaceAll("\\s+", " ");
  }

  private static String fold(String path) {
    return path(path).toLowerCase(Locale.ROOT).replace("&", "and").replaceAll("[\\s_'’-]+", "");
  }
}
