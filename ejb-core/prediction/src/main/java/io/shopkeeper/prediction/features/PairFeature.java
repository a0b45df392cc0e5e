package io.shopkeeper.prediction.features;

import static io.shopkeeper.prediction.features.FactKind.CART;
import static io.shopkeeper.prediction.features.FactKind.CLICK;
import static io.shopkeeper.prediction.features.FactKind.FAVOURITE;
import static io.shopkeeper.prediction.features.FactKind.ORDER;
import static io.shopkeeper.prediction.features.FactKind.RATING;
import static io.shopkeeper.prediction.features.FactKind.RETURN;
import static io.shopkeeper.prediction.features.FactKind.REVIEW;
import static io.shopkeeper.prediction.features.FactKind.VIEW;

import io.shopkeeper.prediction.boundary.DataColumn.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is known of a product, and of a customer with it. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold no state.
public enum PairFeature implements Feature<KnownPair> {
  PRODUCT_CATEGORY(known -> known.trait().category()),
  PRODUCT_PRICE(Topic.PRODUCT, known -> price(known)),
  PRODUCT_VIEWS_7(Topic.PRODUCT, known -> known.product().count(VIEW, 7)),
  PRODUCT_VIEWS_30(Topic.PRODUCT, known -> known.product().count(VIEW, 30)),
  PRODUCT_CARTS_30(Topic.PRODUCT, known -> known.product().count(CART, 30)),
  PRODUCT_FAVOURITES_30(Topic.PRODUCT, known -> known.product().count(FAVOURITE, 30)),
  PRODUCT_BUYERS_30(
      Topic.PRODUCT, known -> known.product().only(ORDER).last(30).distinct(Fact::customer)),
  PRODUCT_PIECES_90(Topic.PRODUCT, known -> known.product().only(ORDER).last(90).pieces()),
  PRODUCT_RETURNS_90(Topic.PRODUCT, known -> known.product().count(RETURN, 90)),
  PRODUCT_REVIEWS_90(Topic.PRODUCT, known -> known.product().only(RATING, REVIEW).last(90).count()),
  PRODUCT_RATING_90(Topic.PRODUCT, known -> known.product().only(RATING, REVIEW).last(90).mean()),
  PRODUCT_AGE(Topic.PRODUCT, PairFeature::age),

  OWN_VIEWS_7(Topic.TOGETHER, known -> known.own().only(VIEW, CLICK).last(7).count()),
  OWN_VIEWS_90(Topic.TOGETHER, known -> known.own().only(VIEW, CLICK).last(90).count()),
  OWN_DAYS_SINCE_SEEN(Topic.TOGETHER, known -> known.own().only(VIEW, CLICK).daysSinceLast()),
  OWN_CARTS_30(Topic.TOGETHER, known -> known.own().count(CART, 30)),
  OWN_FAVOURITES_90(Topic.TOGETHER, known -> known.own().count(FAVOURITE, 90)),
  OWN_ORDERS(Topic.TOGETHER, known -> known.own().only(ORDER).distinct(Fact::group)),
  OWN_DAYS_SINCE_ORDER(Topic.TOGETHER, known -> known.own().only(ORDER).daysSinceLast()),
  CATEGORY_VIEWS_30(Topic.TOGETHER, known -> known.kindred().only(VIEW, CLICK).last(30).count()),
  CATEGORY_CARTS_30(Topic.TOGETHER, known -> known.kindred().count(CART, 30)),
  CATEGORY_ORDERS(Topic.TOGETHER, known -> known.kindred().only(ORDER).distinct(Fact::group)),
  CATEGORY_DAYS_SINCE_ORDER(Topic.TOGETHER, known -> known.kindred().only(ORDER).daysSinceLast()),
  CATEGORY_RATING(Topic.TOGETHER, known -> known.kindred().only(RATING, REVIEW).mean()),
  PRICE_TO_USUAL(
      Topic.TOGETHER, known -> price(known) / known.customer().bought().ofOneCurrency().mean()),
  PRICE_TO_USUAL_OF_CATEGORY(
      Topic.TOGETHER, known -> price(known) / known.kindred().only(ORDER).ofOneCurrency().mean());

  /** All, in order. */
  public static final List<PairFeature> ALL = List.of(values());

  /** Those that are the same for every customer. */
  static final List<PairFeature> OF_PRODUCT =
      ALL.stream().filter(each -> each.topic == Topic.PRODUCT).toList();

  /** Those of a customer and a product. */
  static final List<PairFeature> OF_BOTH =
      ALL.stream().filter(each -> each.topic == Topic.TOGETHER).toList();

  private static final double DAY = Duration.ofDays(1).toMillis();

  private final Topic topic;
  private final Kind kind;
  private final Function<KnownPair, String> value;

  PairFeature(Topic topic, ToDoubleFunction<KnownPair> value) {
    this.topic = topic;
    this.kind = Kind.NUMBER;
    this.value = known -> Feature.number(value.applyAsDouble(known));
  }

  PairFeature(Function<KnownPair, String> value) {
    this.topic = Topic.PRODUCT;
    this.kind = Kind.CATEGORY;
    this.value = value;
  }

  /** All of a customer by itself, then all of the product, as cells by column. */
  public static Map<String, String> cells(KnownPair known) {
    Map<String, String> cells = CustomerFeature.cells(known.customer());
    cells.putAll(Feature.cells(ALL, known));
    return cells;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Topic topic() {
    return topic;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String of(KnownPair known) {
    return value.apply(known);
  }

  /** What was last paid in 90 days. */
  private static double price(KnownPair known) {
    return known.product().only(ORDER).last(90).newest();
  }

  /** Days since the product came; NaN where that is not said. */
  private static double age(KnownPair known) {
    Long from = known.trait().availableFrom();
    return from != null && from < known.product().moment()
        ? (known.product().moment() - from) / DAY
        : Double.NaN;
  }
}
