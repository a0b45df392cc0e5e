package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductData;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.recommendation.boundary.Recommender;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One product, what is like it and what is bought with it. */
@Named("product")
@RequestScoped
public class ProductPage {

  private static final int SHOWN = 6;

  @Inject private Products products;
  @Inject private Recommender recommender;
  @Inject private Cards cards;
  @Inject private Texts texts;
  @Inject private Visit visit;

  private String id;
  private String from;
  private ProductData product;
  private List<ProductCard> similar = List.of();
  private List<ProductCard> together = List.of();

  /** Looks the product up; having seen it is an event. */
  public void load() throws IOException {
    product = id == null ? null : products.find(id).filter(ProductData::active).orElse(null);
    FacesContext faces = FacesContext.getCurrentInstance();
    if (product == null) {
      faces.getExternalContext().responseSendError(404, "product");
      faces.responseComplete();
      return;
    }
    if (faces.isPostback()) {
      return;
    }
    visit.did(EventType.VIEW, product.id(), null, placement());
    similar = cards.of(recommender.similar(product.id(), SHOWN, visit.getLocale()), "similar");
    together =
        cards.of(recommender.boughtTogether(product.id(), SHOWN, visit.getLocale()), "together");
  }

  /** Where the visitor came from, as far as it is one of ours. */
  private String placement() {
    return from != null && from.matches("[a-z]{1,20}") ? "placement:" + from : null;
  }

  /** Puts it into the cart. */
  public String add() {
    product = id == null ? null : products.find(id).orElse(null);
    if (product != null && product.active() && product.stock() > 0) {
      visit.replaceCart(visit.cart().plusOne(product.id()));
      visit.did(EventType.CART, product.id(), 1.0, placement());
    }
    return "/cart?faces-redirect=true";
  }

  public ProductData getData() {
    return product;
  }

  public String getTitle() {
    return product == null ? "" : product.title(visit.getLocale());
  }

  public String getDescription() {
    return product == null ? "" : product.description(visit.getLocale());
  }

  public String getPrice() {
    return product == null ? "" : texts.money(product.price(), product.currency());
  }

  public String getImageUrl() {
    return product == null || product.imageUrl() == null
        ? "/assets/no-picture.svg"
        : product.imageUrl();
  }

  public boolean isInStock() {
    return product != null && product.stock() > 0;
  }

  /** The way down to its category. */
  public List<FramePage.Link> getCrumbs() {
    var crumbs = new ArrayList<FramePage.Link>();
    if (product != null) {
      String path = "";
      for (String part : product.categoryPath().split("/", -1)) {
        path = path.isEmpty() ? part : path + "/" + part;
        crumbs.add(new FramePage.Link(texts.category(path), FramePage.categoryUrl(path), path));
      }
    }
    return crumbs;
  }

  public List<ProductCard> getSimilar() {
    return similar;
  }

  public List<ProductCard> getTogether() {
    return together;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }
}
