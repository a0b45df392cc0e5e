package io.shopkeeper.console.dataset;

import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.prediction.boundary.FeatureView;
import io.shopkeeper.prediction.boundary.Features;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What models are told of customers and products. */
@Named("featureLists")
@RequestScoped
public class FeaturesPage {

  @Inject private Features known;
  @Inject private Reader reader;

  /** Of a customer. */
  public List<FeatureView> getCustomers() {
    return known.ofCustomers(reader.getLocale());
  }

  /** Of a product, and of a customer with it. */
  public List<FeatureView> getPairs() {
    return known.ofPairs(reader.getLocale());
  }
}
