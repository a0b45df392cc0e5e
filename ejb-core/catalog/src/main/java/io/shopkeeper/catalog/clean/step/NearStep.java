package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.ml.dedupe.NearDuplicates;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Products and customers that are the same under another id. Products: titles that are alike by
 * runs of three letters, the same brand (or none), prices within a share of each other; compared
 * are those that share the brand and one of their two longest words. Customers: the same e-mail
 * address or telephone number, in any spelling. The shop's own rows count, too. The last 200,000
 * products and the last 500,000 addresses are remembered.
 */
final class NearStep implements Step {

  private static final int MOST_TITLES = 200_000;
  private static final int MOST_CONTACTS = 500_000;
  private static final int PER_BLOCK = 200;
  private static final int WORDS = 2;

  /** What becomes of the later row. */
  enum Action {
    FLAG,
    QUARANTINE
  }

  /**
   * What to do.
   *
   * @param similarity of titles, from which on they are alike
   * @param priceWithin how far prices may differ, as a share of the higher one
   */
  record Options(double similarity, double priceWithin, Action action) {

    static Options read(OptionReader reader) {
      return new Options(
          reader.number("similarity", 0.5, 1),
          reader.number("priceWithin", 0, 10),
          reader.choice("action", Action.class));
    }
  }

  private final Options options;
  private final NearDuplicates titles = new NearDuplicates(MOST_TITLES, PER_BLOCK);
  private final Map<String, Double> prices = new HashMap<>();
  private final Map<String, String> contacts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST_CONTACTS;
        }
      };

  NearStep(Options options) {
    this.options = options;
  }

  @Override
  public void learn(Draft known) {
    known.get("id").ifPresent(id -> remember(known, id));
  }

  @Override
  public void observe(Draft row) {}

  @Override
  public void clean(Draft row) {
    Optional<String> id = row.get("id");
    if (id.isEmpty() || row.refused()) {
      return;
    }
    contact(row, id.get(), "email");
    contact(row, id.get(), "phone");
    title(row)
        .flatMap(text -> titles.find(id.get(), text, blocks(row, text), options.similarity()))
        .filter(match -> samePrice(row, match.id()))
        .ifPresent(
            match ->
                act(
                    row,
                    "id",
                    "near.product",
                    "looks like %s (%.0f %% alike)"
                        .formatted(match.id(), 100 * match.similarity())));
    if (!row.refused()) {
      remember(row, id.get());
    }
  }

  private void contact(Draft row, String id, String field) {
    contactKey(row, field)
        .map(contacts::get)
        .filter(other -> !other.equals(id))
        .ifPresent(other -> act(row, field, "near.customer", "is also that of " + other));
  }

  private void act(Draft row, String field, String rule, String detail) {
    if (options.action() == Action.FLAG) {
      row.doubt(field, rule, detail);
    } else {
      row.fault(field, rule, detail);
    }
  }

  private void remember(Draft row, String id) {
    contactKey(row, "email").ifPresent(key -> contacts.putIfAbsent(key, id));
    contactKey(row, "phone").ifPresent(key -> contacts.putIfAbsent(key, id));
    title(row)
        .ifPresent(
            text -> {
              titles.add(id, text, blocks(row, text));
              row.number("price").ifPresent(price -> prices.put(id, price));
              if (prices.size() > 2 * MOST_TITLES) {
                prices.clear();
              }
            });
  }

  private boolean samePrice(Draft row, String other) {
    Optional<Double> price = row.number("price");
    Double others = prices.get(other);
    if (price.isEmpty() || others == null) {
      return true;
    }
    double higher = Math.max(price.get(), others);
    return Math.abs(price.get() - others) <= options.priceWithin() * higher;
  }

  private static Optional<String> contactKey(Draft row, String field) {
    return row.get(field)
        .map(
            value ->
                field.equals("email") ? ContactStep.email(value) : value.replaceAll("[^\\d+]", ""))
        .filter(value -> value.length() > 4)
        .map(value -> field + " " + value);
  }

  private static Optional<String> title(Draft row) {
    return row.get("titleEn")
        .or(() -> row.get("titleZh"))
        .map(
            title ->
                title
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("['’]", "")
                    .replaceAll("[^\\p{L}\\p{N}]+|(?<=\\p{N})(?=\\p{L})", " ")
                    .strip());
  }

  private static List<String> blocks(Draft row, String title) {
    String brand = row.get("brand").orElse("").toLowerCase(Locale.ROOT).strip();
    return Arrays.stream(title.split(" ", -1))
        .distinct()
        .sorted(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(WORDS)
        .map(word -> brand + "|" + word)
        .toList();
  }
}
