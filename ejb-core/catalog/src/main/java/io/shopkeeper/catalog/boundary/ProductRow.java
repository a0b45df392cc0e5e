package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/**
 * A product as a line of a list.
 *
 * @param titleEn null where only the other title is given
 * @param titleZh null where only the other title is given
 * @param brand null if unknown
 * @param updatedAt when it was last delivered
 */
public record ProductRow(
    String id,
    String titleEn,
    String titleZh,
    String categoryPath,
    String brand,
    BigDecimal price,
    String currency,
    int stock,
    boolean active,
    Instant updatedAt) {

  /** The title in the reader's language, or the other one where that is missing. */
  public String title(Locale locale) {
    boolean chinese = "zh".equals(locale.getLanguage());
    String first = chinese ? titleZh : titleEn;
    String second = chinese ? titleEn : titleZh;
    return first == null || first.isBlank() ? second : first;
  }
}
