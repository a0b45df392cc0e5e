package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.recommendation.boundary.RecommendationAnswer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes cards of products. */
@RequestScoped
public class Cards {

  @Inject private Products products;
  @Inject private Visit visit;
  @Inject private Texts texts;

  /** Of recommended products, with the reason. */
  List<ProductCard> of(RecommendationAnswer answer, String placement) {
    Map<String, ProductData> found =
        products.findAll(answer.items().stream().map(item -> item.productId()).toList());
    var cards = new ArrayList<ProductCard>();
    for (var item : answer.items()) {
      ProductData product = found.get(item.productId());
      if (product != null) {
        cards.add(card(product, item.reasonText(), placement));
      }
    }
    return cards;
  }

  /** Of one product. */
  ProductCard card(ProductData product, String why, String placement) {
    String address =
        "/product?id="
            + URLEncoder.encode(product.id(), StandardCharsets.UTF_8)
            + (placement.isEmpty() ? "" : "&from=" + placement);
    return new ProductCard(
        product.id(),
        product.title(visit.getLocale()),
        texts.money(product.price(), product.currency()),
        product.imageUrl() == null ? "/assets/no-picture.svg" : product.imageUrl(),
        why,
        address);
  }
}
