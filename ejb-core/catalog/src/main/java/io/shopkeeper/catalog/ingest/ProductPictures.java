package io.shopkeeper.catalog.ingest;

import io.shopkeeper.catalog.boundary.ImageData;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.catalog.boundary.RowOutcome;
import io.shopkeeper.catalog.boundary.RowStatus;
import io.shopkeeper.platform.boundary.FieldError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gives products their pictures. */
@Dependent
public class ProductPictures {

  @Inject private Products products;

  /** Those whose product exists; an outcome for each. */
  List<RowOutcome> putAll(List<ImageData> images) {
    Map<String, ProductData> known =
        products.findAll(images.stream().map(ImageData::productId).distinct().toList());
    var outcomes = new ArrayList<RowOutcome>(images.size());
    var changed = new ArrayList<ProductData>();
    for (int row = 0; row < images.size(); row++) {
      ImageData image = images.get(row);
      ProductData product = known.get(image.productId());
      if (product == null) {
        var fault = new FieldError("/productId", "is no product of the shop");
        outcomes.add(new RowOutcome(row, RowStatus.QUARANTINED, image.productId(), List.of(fault)));
      } else {
        changed.add(product.withImage("/media/" + image.file()));
        outcomes.add(new RowOutcome(row, RowStatus.ACCEPTED, image.productId(), List.of()));
      }
    }
    products.putAll(changed);
    return outcomes;
  }
}
