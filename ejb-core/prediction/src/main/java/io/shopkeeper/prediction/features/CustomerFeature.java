package io.shopkeeper.prediction.features;

import static io.shopkeeper.prediction.features.FactKind.CART;
import static io.shopkeeper.prediction.features.FactKind.CLICK;
import static io.shopkeeper.prediction.features.FactKind.FAVOURITE;
import static io.shopkeeper.prediction.features.FactKind.MESSAGE;
import static io.shopkeeper.prediction.features.FactKind.RATING;
import static io.shopkeeper.prediction.features.FactKind.REMOVE_FROM_CART;
import static io.shopkeeper.prediction.features.FactKind.RETURN;
import static io.shopkeeper.prediction.features.FactKind.REVIEW;
import static io.shopkeeper.prediction.features.FactKind.SEARCH;
import static io.shopkeeper.prediction.features.FactKind.VIEW;

import io.shopkeeper.prediction.boundary.DataColumn.Kind;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is known of a customer. Windows end at the moment that is asked for. */
@SuppressWarnings("ImmutableEnumChecker") // The functions hold no state.
public enum CustomerFeature implements Feature<Known> {
  VIEWS_7(Topic.BROWSING, known -> known.acts().count(VIEW, 7)),
  VIEWS_30(Topic.BROWSING, known -> known.acts().count(VIEW, 30)),
  VIEWS_90(Topic.BROWSING, known -> known.acts().count(VIEW, 90)),
  CLICKS_30(Topic.BROWSING, known -> known.acts().count(CLICK, 30)),
  SEARCHES_30(Topic.BROWSING, known -> known.acts().count(SEARCH, 30)),
  FAVOURITES_90(Topic.BROWSING, known -> known.acts().count(FAVOURITE, 90)),
  CARTS_7(Topic.BROWSING, known -> known.acts().count(CART, 7)),
  CARTS_30(Topic.BROWSING, known -> known.acts().count(CART, 30)),
  CART_REMOVALS_30(Topic.BROWSING, known -> known.acts().count(REMOVE_FROM_CART, 30)),
  PRODUCTS_SEEN_90(
      Topic.BROWSING, known -> known.acts().only(VIEW, CLICK).last(90).distinct(Fact::product)),
  CATEGORIES_SEEN_90(
      Topic.BROWSING, known -> known.acts().only(VIEW, CLICK).last(90).distinct(known::category)),
  SESSIONS_30(Topic.BROWSING, known -> visits(known).last(30).distinct(Fact::group)),
  ACTIVE_DAYS_30(Topic.BROWSING, known -> visits(known).last(30).activeDays()),
  ACTIVE_DAYS_90(Topic.BROWSING, known -> visits(known).last(90).activeDays()),
  DAYS_SINCE_SEEN(Topic.BROWSING, known -> visits(known).daysSinceLast()),
  DAYS_SINCE_CART(Topic.BROWSING, known -> known.acts().only(CART).daysSinceLast()),

  ORDERS_30(Topic.BUYING, known -> known.bought().last(30).distinct(Fact::group)),
  ORDERS_90(Topic.BUYING, known -> known.bought().last(90).distinct(Fact::group)),
  ORDERS_365(Topic.BUYING, known -> known.bought().distinct(Fact::group)),
  PIECES_365(Topic.BUYING, known -> known.bought().pieces()),
  PRODUCTS_BOUGHT_365(Topic.BUYING, known -> known.bought().distinct(Fact::product)),
  DAYS_SINCE_ORDER(Topic.BUYING, known -> known.bought().daysSinceLast()),
  DAYS_SINCE_FIRST_ORDER(Topic.BUYING, known -> known.bought().daysSinceFirst()),
  DAYS_BETWEEN_ORDERS(Topic.BUYING, known -> known.bought().meanGap()),
  SILENCE(Topic.BUYING, known -> known.bought().daysSinceLast() / known.bought().meanGap()),
  ORDERS_A_SESSION_90(
      Topic.BUYING,
      known ->
          ratio(
              known.bought().last(90).distinct(Fact::group),
              visits(known).last(90).distinct(Fact::group))),

  SPEND_30(Topic.MONEY, known -> paid(known).last(30).money()),
  SPEND_90(Topic.MONEY, known -> paid(known).last(90).money()),
  SPEND_365(Topic.MONEY, known -> paid(known).money()),
  SPEND_AN_ORDER(
      Topic.MONEY, known -> ratio(paid(known).money(), paid(known).distinct(Fact::group))),
  USUAL_PRICE(Topic.MONEY, known -> paid(known).mean()),
  REDUCED_SHARE_90(Topic.MONEY, known -> PaidPrices.of(known).reducedShare()),
  PAID_TO_USUAL_90(Topic.MONEY, known -> PaidPrices.of(known).toUsual()),

  RETURNS_365(Topic.AFTERWARDS, known -> known.acts().only(RETURN).count()),
  RETURNED_SHARE(
      Topic.AFTERWARDS, known -> ratio(known.acts().only(RETURN).count(), known.bought().pieces())),
  RATINGS_365(Topic.AFTERWARDS, known -> known.acts().only(RATING, REVIEW).count()),
  RATING_MEAN(Topic.AFTERWARDS, known -> known.acts().only(RATING, REVIEW).mean()),
  MESSAGES_90(Topic.AFTERWARDS, known -> known.acts().count(MESSAGE, 90)),

  MOBILE_SHARE_90(
      Topic.HABIT, known -> visits(known).last(90).share(fact -> "mobile".equals(fact.channel()))),
  WEEKEND_SHARE_90(
      Topic.HABIT, known -> visits(known).last(90).share(CustomerFeature::isOnWeekend)),
  MAIN_CHANNEL(known -> visits(known).last(90).usual(Fact::channel)),
  TIME_OF_DAY(known -> visits(known).last(90).usual(CustomerFeature::timeOfDay)),
  MAIN_CATEGORY_SEEN(known -> known.acts().only(VIEW, CLICK).last(90).usual(known::category)),
  MAIN_CATEGORY_BOUGHT(known -> known.bought().usual(known::category)),
  MAIN_CATEGORY_SHARE(
      Topic.HABIT,
      known -> {
        String main = known.bought().usual(known::category);
        return main == null
            ? Double.NaN
            : known.bought().share(fact -> main.equals(known.category(fact)));
      });

  /** All, in order. */
  public static final List<CustomerFeature> ALL = List.of(values());

  private final Topic topic;
  private final Kind kind;
  private final Function<Known, String> value;

  CustomerFeature(Topic topic, ToDoubleFunction<Known> value) {
    this.topic = topic;
    this.kind = Kind.NUMBER;
    this.value = known -> Feature.number(value.applyAsDouble(known));
  }

  CustomerFeature(Function<Known, String> value) {
    this.topic = Topic.HABIT;
    this.kind = Kind.CATEGORY;
    this.value = value;
  }

  /** All of a customer, as cells by column. */
  public static Map<String, String> cells(Known known) {
    return Feature.cells(ALL, known);
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
  public String of(Known known) {
    return value.apply(known);
  }

  private static Reading visits(Known known) {
    return known.acts().only(VIEW, CLICK, SEARCH, FAVOURITE, CART, REMOVE_FROM_CART);
  }

  private static Reading paid(Known known) {
    return known.bought().ofOneCurrency();
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  private static boolean isOnWeekend(Fact fact) {
    DayOfWeek day = Reading.time(fact).getDayOfWeek();
    return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
  }

  private static String timeOfDay(Fact fact) {
    int hour = Reading.time(fact).getHour();
    return hour < 6 ? "night" : hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  }
}
