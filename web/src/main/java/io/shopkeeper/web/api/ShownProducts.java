package io.shopkeeper.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import io.shopkeeper.recommendation.boundary.RecommendedProduct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Adds to recommended products what a page shows of them. */
@ApplicationScoped
public class ShownProducts {

  @Inject private Products products;

  /**
   * A recommendation as programs and pages get it.
   *
   * @param recipeVersion of the placement; 0 for the recipe that the product came with
   * @param experiment in which the visitor takes part; absent for none
   * @param arm that the visitor sees; absent for none
   */
  public record Answer(
      List<Item> items,
      String model,
      Integer modelVersion,
      int recipeVersion,
      boolean fallback,
      String fallbackReason,
      String experiment,
      String arm) {}

  /**
   * A product to show.
   *
   * @param purchaseProbability absent unless a model ranked it by that
   * @param product absent unless it was asked for
   */
  public record Item(
      String productId,
      double score,
      List<String> reasonCodes,
      String reasonText,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double purchaseProbability,
      @JsonInclude(JsonInclude.Include.NON_NULL) Product product) {}

  /**
   * What a page shows.
   *
   * @param price decimal, in the currency
   * @param priceText as people of the language write it
   * @param url the product's page; null if the shop has not said where its pages are
   */
  public record Product(
      String title,
      BigDecimal price,
      String currency,
      String priceText,
      String imageUrl,
      String url) {}

  /**
   * Refuses what cannot be added.
   *
   * @param include {@code product}, or null for nothing
   * @throws InvalidInputException at {@code /include}
   */
  static void requireKnown(String include) {
    if (include != null && !include.equals("product")) {
      throw InvalidInputException.of("/include", "must be product");
    }
  }

  /** Without what a page shows. */
  static Answer bare(RecommendationAnswer answer) {
    return of(answer, answer.items().stream().map(item -> item(item, null)).toList());
  }

  /** With what a page shows, without products that are gone meanwhile. */
  Answer with(RecommendationAnswer answer, Locale locale) {
    Map<String, ProductData> found =
        products.findAll(answer.items().stream().map(RecommendedProduct::productId).toList());
    return of(
        answer,
        answer.items().stream()
            .filter(item -> found.containsKey(item.productId()))
            .map(item -> item(item, shown(found.get(item.productId()), locale)))
            .toList());
  }

  private static Answer of(RecommendationAnswer answer, List<Item> items) {
    return new Answer(
        items,
        answer.model(),
        answer.modelVersion(),
        answer.recipeVersion(),
        answer.fallback(),
        answer.fallbackReason(),
        answer.experiment(),
        answer.arm());
  }

  private static Item item(RecommendedProduct item, Product product) {
    return new Item(
        item.productId(),
        item.score(),
        item.reasonCodes(),
        item.reasonText(),
        item.purchaseProbability(),
        product);
  }

  private static Product shown(ProductData product, Locale locale) {
    NumberFormat money = NumberFormat.getCurrencyInstance(locale);
    money.setCurrency(Currency.getInstance(product.currency()));
    return new Product(
        product.title(locale),
        product.price(),
        product.currency(),
        money.format(product.price()),
        product.imageUrl(),
        product.page().orElse(null));
  }
}
