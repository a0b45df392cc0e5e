package io.shopkeeper.demo;

import java.math.BigDecimal;

/**
 * A product of the demo shop.
 *
 * @param quality how well it is made: stars around which ratings fall
 * @param appeal how often it is looked at beside its siblings
 */
record Product(
    String id,
    ProductType type,
    Colour colour,
    String brandEn,
    String brandZh,
    BigDecimal price,
    int stock,
    double quality,
    double appeal) {

  String titleEn() {
    return "%s %s %s".formatted(brandEn, colour.en(), type.nounEn());
  }

  String titleZh() {
    return "%s %s%s".formatted(brandZh, colour.zh(), type.nounZh());
  }

  String descriptionEn() {
    return "%s by %s, %s. From our %s range; ships within two days, 30 days to return it."
        .formatted(
            type.nounEn(),
            brandEn,
            colour.en().toLowerCase(java.util.Locale.ROOT),
            type.department().toLowerCase(java.util.Locale.ROOT));
  }

  String descriptionZh() {
    return "%s出品的%s，%s。两天内发货，30 天内可退货。".formatted(brandZh, type.nounZh(), colour.zh());
  }

  String picture() {
    return id + ".svg";
  }
}
