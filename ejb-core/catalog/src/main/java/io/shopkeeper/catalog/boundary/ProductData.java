package io.shopkeeper.catalog.boundary;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A product.
 *
 * @param id the shop's own, 1 to 128 letters, digits and . _ : -
 * @param titleEn at least one of the two titles is given
 * @param categoryPath from the widest to the narrowest, such as {@code Home/Kitchen/Knives}
 * @param price not negative, two decimals at most
 * @param currency ISO 4217
 * @param stock pieces, not negative
 * @param availableFrom null for now
 * @param availableUntil from then on it is not sold; null for ever
 */
public record ProductData(
    String id,
    String titleEn,
    String titleZh,
    String descriptionEn,
    String descriptionZh,
    String categoryPath,
    String brand,
    BigDecimal price,
    String currency,
    int stock,
    Map<String, String> attributes,
    String imageUrl,
    boolean active,
    Instant availableFrom,
    Instant availableUntil) {

  public ProductData {
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
  }

  /** One that is sold for ever. */
  public ProductData(
      String id,
      String titleEn,
      String titleZh,
      String descriptionEn,
      String descriptionZh,
      String categoryPath,
      String brand,
      BigDecimal price,
      String currency,
      int stock,
      Map<String, String> attributes,
      String imageUrl,
      boolean active,
      Instant availableFrom) {
    this(
        id,
        titleEn,
        titleZh,
        descriptionEn,
        descriptionZh,
        categoryPath,
        brand,
        price,
        currency,
        stock,
        attributes,
        imageUrl,
        active,
        availableFrom,
        null);
  }

  /** The same product with fewer or more pieces. */
  public ProductData withStock(int pieces) {
    return new ProductData(
        id,
        titleEn,
        titleZh,
        descriptionEn,
        descriptionZh,
        categoryPath,
        brand,
        price,
        currency,
        pieces,
        attributes,
        imageUrl,
        active,
        availableFrom,
        availableUntil);
  }

  /** The same product with another picture. */
  public ProductData withImage(String address) {
    return new ProductData(
        id,
        titleEn,
        titleZh,
        descriptionEn,
        descriptionZh,
        categoryPath,
        brand,
        price,
        currency,
        stock,
        attributes,
        address,
        active,
        availableFrom,
        availableUntil);
  }

  /** The title in the reader's language, or the other one where that is missing. */
  public String title(Locale locale) {
    return prefer(locale, titleZh, titleEn);
  }

  /** The description in the reader's language, or the other one; empty where there is none. */
  public String description(Locale locale) {
    String text = prefer(locale, descriptionZh, descriptionEn);
    return text == null ? "" : text;
  }

  /**
   * The address of its page: the attribute {@code url}, where that is one; in the demo shop the
   * page of this server.
   */
  public Optional<String> page() {
    String given = attributes.get("url");
    if (given != null && given.matches("(https?://|/(?!/)).*")) {
      return Optional.of(given);
    }
    return "true".equals(System.getenv("SHOPKEEPER_DEMO"))
        ? Optional.of("/product?id=" + URLEncoder.encode(id, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /**
   * The share of the price that is the shop's own: the attribute {@code margin}, else what the
   * attribute {@code cost} leaves of the price; below 0 where it is sold at a loss. Empty where the
   * shop has said neither, or a margin above 1.
   */
  public OptionalDouble margin() {
    OptionalDouble stated = number("margin");
    if (stated.isPresent()) {
      return stated.getAsDouble() <= 1 ? stated : OptionalDouble.empty();
    }
    double full = price == null ? 0 : price.doubleValue();
    OptionalDouble cost = number("cost");
    return cost.isPresent() && full > 0
        ? OptionalDouble.of((full - cost.getAsDouble()) / full)
        : OptionalDouble.empty();
  }

  private OptionalDouble number(String attribute) {
    String text = attributes.get(attribute);
    return text != null && text.matches("-?\\d{1,12}(\\.\\d{1,6})?")
        ? OptionalDouble.of(Double.parseDouble(text))
        : OptionalDouble.empty();
  }

  private static String prefer(Locale locale, String chinese, String english) {
    boolean wantsChinese = "zh".equals(locale.getLanguage());
    String first = wantsChinese ? chinese : english;
    String second = wantsChinese ? english : chinese;
    return first == null || first.isBlank() ? second : first;
  }
}
