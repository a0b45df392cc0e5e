package io.shopkeeper.catalog.clean.step;

import io.shopkeeper.catalog.boundary.ImportKind;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What the shop knows already, for steps that compare with it. */
public interface ShopKnowledge {

  /** Where the shop is: times without a zone are read there. */
  ZoneId zone();

  /** The shop's currency, ISO 4217. */
  String currency();

  /** The category paths of its products. */
  Set<String> categories();

  /** Hands over stored rows of a kind by field, a bounded number. */
  void examples(ImportKind kind, Consumer<Map<String, String>> visitor);

  /** A shop that knows nothing yet, in UTC and euro. */
  static ShopKnowledge none() {
    return new ShopKnowledge() {
      @Override
      public ZoneId zone() {
        return ZoneOffset.UTC;
      }

      @Override
      public String currency() {
        return "EUR";
      }

      @Override
      public Set<String> categories() {
        return Set.of();
      }

      @Override
      public void examples(ImportKind kind, Consumer<Map<String, String>> visitor) {}
    };
  }
}
