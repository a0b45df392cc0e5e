package io.shopkeeper.fraud.rules;

import io.shopkeeper.fraud.boundary.ListKind;
import io.shopkeeper.fraud.features.Payment;
import io.shopkeeper.fraud.features.PaymentFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Conditions and payments out of a hat, and what a condition says worked out in the plain way. */
final class RuleConditions {

  static final Map<String, ListKind> LISTS =
      Map.of("cards", ListKind.CARD, "mail", ListKind.EMAIL, "lands", ListKind.COUNTRY);

  /** One of which much is known. */
  static final Payment PAYMENT =
      new Payment(
          "p",
          0,
          "anna",
          "c",
          "d",
          null,
          "10.0.0.1",
          null,
          100,
          "EUR",
          "DE",
          null,
          Payment.NEVER,
          Payment.NEVER);

  private static final List<String> TEXTS = List.of("a", "b", "DE", "a \"b\" \\ c", "中");

  private RuleConditions() {}

  /** Trees of a depth at most. */
  static Arbitrary<Condition> trees(int depth) {
    return depth == 0
        ? tests()
        : Arbitraries.frequencyOf(
            Tuple.of(3, tests()),
            Tuple.of(
                1,
                Arbitraries.lazy(() -> trees(depth - 1))
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(3)
                    .map(Condition.And::new)),
            Tuple.of(
                1,
                Arbitraries.lazy(() -> trees(depth - 1))
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(3)
                    .map(Condition.Or::new)),
            Tuple.of(1, Arbitraries.lazy(() -> trees(depth - 1)).map(Condition.Not::new)));
  }

  private static Arbitrary<Condition> tests() {
    Arbitrary<String> feature =
        Arbitraries.of(PaymentFeatures.list().stream().map(f -> f.name()).toList())
            .edgeCases(each -> each.none());
    Arbitrary<Double> number =
        Arbitraries.oneOf(
            Arbitraries.integers().between(-3, 3).map(Integer::doubleValue),
            Arbitraries.bigDecimals()
                .ofScale(3)
                .map(each -> each.doubleValue() % 1e9)
                .map(each -> Math.round(each * 1000) / 1000.0));
    Arbitrary<KeyField> field = Arbitraries.of(KeyField.class);
    Arbitrary<Condition> compare =
        Combinators.combine(feature, Arbitraries.of(Comparison.class), number)
            .as(Condition.Compare::new);
    Arbitrary<Condition> between =
        Combinators.combine(feature, number, number)
            .as((f, one, two) -> new Condition.Between(f, Math.min(one, two), Math.max(one, two)));
    Arbitrary<Condition> listed =
        Arbitraries.of("cards", "mail", "lands")
            .map(list -> new Condition.InList(ofKind(LISTS.get(list)), list));
    return Arbitraries.oneOf(
        compare,
        between,
        feature.map(Condition.Missing::new),
        Combinators.combine(field, Arbitraries.of(TEXTS)).as(Condition.Is::new),
        field.map(Condition.MissingText::new),
        listed);
  }

  private static KeyField ofKind(ListKind kind) {
    return Stream.of(KeyField.values())
        .filter(each -> each.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  /** Payments of which much cannot be said. */
  static Arbitrary<PaymentFacts> facts() {
    Arbitrary<String> text = Arbitraries.of(TEXTS).injectNull(0.3);
    Arbitrary<double[]> features =
        Arbitraries.of(Double.NaN, -3.0, -1.0, 0.0, 1.0, 2.0, 3.0)
            .list()
            .ofSize(PaymentFeatures.list().size())
            .map(list -> list.stream().flatMapToDouble(DoubleStream::of).toArray());
    return Combinators.combine(features, text, text, text, text)
        .as(
            (values, customer, card, email, country) ->
                PaymentFacts.past(
                    values,
                    new Payment(
                        "p",
                        0,
                        customer,
                        card,
                        null,
                        email,
                        null,
                        null,
                        100,
                        "EUR",
                        country,
                        null,
                        Payment.NEVER,
                        Payment.NEVER)));
  }

  /** A list knows what is as long as its name says, to have an answer of each kind. */
  static final ListBook BOOK =
      (list, field, facts) ->
          field
              .of(facts.payment())
              .map(seen -> Truth.of(seen.length() == (list.equals("cards") ? 1 : 2)))
              .orElse(Truth.UNKNOWN);

  /** What a condition says; null for nobody knows. Nothing of the product's logic is used. */
  static Boolean plain(Condition condition, PaymentFacts facts) {
    return switch (condition) {
      case Condition.And and -> {
        List<Boolean> parts =
            and.parts().stream()
                .map(part -> plain(part, facts))
                .collect(Collectors.toCollection(ArrayList::new));
        yield parts.contains(false) ? Boolean.FALSE : parts.contains(null) ? null : Boolean.TRUE;
      }
      case Condition.Or or -> {
        List<Boolean> parts =
            or.parts().stream()
                .map(part -> plain(part, facts))
                .collect(Collectors.toCollection(ArrayList::new));
        yield parts.contains(true) ? Boolean.TRUE : parts.contains(null) ? null : Boolean.FALSE;
      }
      case Condition.Not not -> {
        Boolean part = plain(not.part(), facts);
        yield part == null ? null : (Boolean) !part;
      }
      case Condition.Compare compare -> {
        double seen = facts.features()[PaymentFeatures.place(compare.feature())];
        yield Double.isNaN(seen)
            ? null
            : (Boolean)
                switch (compare.is().sign()) {
                  case "<" -> seen < compare.limit();
                  case "<=" -> seen <= compare.limit();
                  case ">" -> seen > compare.limit();
                  case ">=" -> seen >= compare.limit();
                  case "=" -> seen == compare.limit();
                  default -> seen != compare.limit();
                };
      }
      case Condition.Between between -> {
        double seen = facts.features()[PaymentFeatures.place(between.feature())];
        yield Double.isNaN(seen)
            ? null
            : (Boolean) (between.from() <= seen && seen <= between.to());
      }
      case Condition.Missing missing ->
          Double.isNaN(facts.features()[PaymentFeatures.place(missing.feature())]);
      case Condition.MissingText missing -> text(missing.field(), facts) == null;
      case Condition.Is is -> {
        String seen = text(is.field(), facts);
        yield seen == null
            ? null
            : (Boolean)
                switch (is.field()) {
                  case EMAIL, ADDRESS -> false;
                  case COUNTRY, DELIVERY_COUNTRY, CURRENCY -> seen.equalsIgnoreCase(is.text());
                  default -> seen.equals(is.text());
                };
      }
      case Condition.InList in -> {
        String seen = text(in.field(), facts);
        yield seen == null
            ? null
            : (Boolean) (seen.length() == (in.list().equals("cards") ? 1 : 2));
      }
    };
  }

  private static String text(KeyField field, PaymentFacts facts) {
    Payment payment = facts.payment();
    return switch (field) {
      case CUSTOMER -> payment.customer();
      case CARD -> payment.card();
      case DEVICE -> payment.device();
      case EMAIL -> payment.email();
      case IP -> payment.ip();
      case ADDRESS -> payment.address();
      case COUNTRY -> payment.country();
      case DELIVERY_COUNTRY -> payment.deliveryCountry();
      case CURRENCY -> payment.currency();
    };
  }
}
