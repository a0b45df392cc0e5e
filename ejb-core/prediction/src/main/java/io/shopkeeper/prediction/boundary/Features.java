package io.shopkeeper.prediction.boundary;

import io.shopkeeper.prediction.features.CustomerFeature;
import io.shopkeeper.prediction.features.Feature;
import io.shopkeeper.prediction.features.FeatureWords;
import io.shopkeeper.prediction.features.PairFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;

/** What is known of customers and products, as the feature store lists it. */
@ApplicationScoped
public class Features {

  /** Of a customer. */
  public List<FeatureView> ofCustomers(Locale locale) {
    return views(CustomerFeature.ALL, locale);
  }

  /** Of a product, and of a customer with it. */
  public List<FeatureView> ofPairs(Locale locale) {
    return views(PairFeature.ALL, locale);
  }

  private static List<FeatureView> views(List<? extends Feature<?>> all, Locale locale) {
    var words = new FeatureWords(locale);
    return all.stream()
        .map(
            each ->
                new FeatureView(
                    each.code(), each.kind(), words.topic(each.topic()), words.of(each)))
        .toList();
  }
}
