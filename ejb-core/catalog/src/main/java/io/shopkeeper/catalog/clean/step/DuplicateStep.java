package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.ml.sketch.SeenSet;
import io.shopkeeper.platform.boundary.InvalidInputException;
import java.util.List;
import java.util.TreeMap;

/**
 * Rows that stand twice in a file: with the same content, or with the same key and another content.
 * Rows that are set aside anyway do not count. Up to eight million rows are remembered, by hashes
 * of 64 bits (16 to 32 bytes a row); what comes after them is not compared any more, and the first
 * such row says so.
 */
final class DuplicateStep implements Step {

  private static final int MOST = 8_000_000;
  private static final String BETWEEN = "\u0001";

  /** What becomes of the later row. */
  enum Action {
    FLAG,
    QUARANTINE,
    ACCEPT
  }

  /**
   * What to do.
   *
   * @param key fields that together tell rows apart
   */
  record Options(List<String> key, Action same, Action different) {

    Options {
      if (key.isEmpty()) {
        throw InvalidInputException.of("key", "is missing: say which fields tell rows apart");
      }
    }

    static Options read(OptionReader reader, List<String> standard) {
      List<String> key = reader.words("key");
      return new Options(
          key.isEmpty() ? standard : key,
          reader.choice("same", Action.class),
          reader.choice("different", Action.class));
    }
  }

  private final Options options;
  private final SeenSet keys = new SeenSet(MOST);
  private final SeenSet contents = new SeenSet(MOST);
  private boolean told;

  DuplicateStep(Options options) {
    this.options = options;
  }

  @Override
  public void learn(Draft known) {}

  @Override
  public void observe(Draft row) {}

  @Override
  public void clean(Draft row) {
    if (row.refused() || options.key().stream().anyMatch(field -> row.get(field).isEmpty())) {
      return;
    }
    boolean freshKey = keys.add(key(row));
    boolean freshContent = contents.add(content(row));
    String field = options.key().getFirst();
    if (!freshContent) {
      act(row, options.same(), field, "duplicate.same", "the same row came before in this file");
    } else if (!freshKey) {
      act(
          row,
          options.different(),
          field,
          "duplicate.key",
          "came before in this file with other values; the later row counts");
    } else if (keys.full() && !told) {
      told = true;
      row.doubt(field, "duplicate.full", "from here on rows are not compared with earlier ones");
    }
  }

  private static void act(Draft row, Action action, String field, String rule, String detail) {
    if (action == Action.FLAG) {
      row.doubt(field, rule, detail);
    } else if (action == Action.QUARANTINE) {
      row.fault(field, rule, detail);
    }
  }

  private String key(Draft row) {
    var key = new StringBuilder();
    options.key().forEach(field -> key.append(row.get(field).orElse("")).append(BETWEEN));
    return key.toString();
  }

  private static String content(Draft row) {
    var content = new StringBuilder();
    new TreeMap<>(row.values())
        .forEach((field, value) -> content.append(field).append('=').append(value).append(BETWEEN));
    return content.toString();
  }
}
