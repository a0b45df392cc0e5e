package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.EventType;
import io.shopkeeper.catalog.boundary.ProductPage;
import io.shopkeeper.catalog.boundary.ProductQuery;
import io.shopkeeper.catalog.boundary.Products;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Products of a category, or those that a search finds, page by page. */
@Named("category")
@RequestScoped
public class CategoryPage {

  private static final int SHOWN = 24;
  private static final int LONGEST_SEARCH = 200;

  @Inject private Products products;
  @Inject private Cards cards;
  @Inject private Texts texts;
  @Inject private Visit visit;

  private String path;
  private String words;
  private String after;
  private List<ProductCard> found = List.of();
  private String nextUrl;

  /** Looks the products up; a first page of a search is an event. */
  public void load() {
    String text = words == null || words.isBlank() ? null : words.strip();
    if (text != null && text.length() > LONGEST_SEARCH) {
      text = text.substring(0, LONGEST_SEARCH);
    }
    ProductPage page =
        products.list(
            new ProductQuery(
                path == null || path.isBlank() ? null : path,
                text,
                after == null || after.isBlank() ? null : after,
                SHOWN,
                true));
    found = page.items().stream().map(product -> cards.card(product, "", "list")).toList();
    if (page.nextCursor() != null) {
      nextUrl =
          (text == null
                  ? FramePage.categoryUrl(path == null ? "" : path)
                  : "/search?q=" + encode(text))
              + "&after="
              + encode(page.nextCursor());
    }
    if (text != null && after == null) {
      visit.did(EventType.SEARCH, null, null, text);
    }
  }

  /** The way down to this category. */
  public List<FramePage.Link> getCrumbs() {
    var crumbs = new ArrayList<FramePage.Link>();
    if (path != null && !path.isBlank()) {
      for (int slash = path.indexOf('/'); ; slash = path.indexOf('/', slash + 1)) {
        String part = slash < 0 ? path : path.substring(0, slash);
        crumbs.add(new FramePage.Link(texts.category(part), FramePage.categoryUrl(part), part));
        if (slash < 0) {
          break;
        }
      }
    }
    return crumbs;
  }

  /** The categories within this department. */
  public List<FramePage.Link> getNarrower() {
    if (path == null || path.isBlank()) {
      return List.of();
    }
    String department = path.split("/", 2)[0];
    return products.categories().stream()
        .map(CategoryCount::categoryPath)
        .filter(candidate -> candidate.startsWith(department + "/"))
        .map(
            candidate ->
                new FramePage.Link(
                    texts.category(candidate), FramePage.categoryUrl(candidate), candidate))
        .toList();
  }

  /** The category's name. */
  public String getTitle() {
    return path == null || path.isBlank() ? "" : texts.category(path);
  }

  /** The products of this page. */
  public List<ProductCard> getFound() {
    return found;
  }

  /** Where there are more; null on the last page. */
  public String getNextUrl() {
    return nextUrl;
  }

  public String getPath() {
    return path;
  }

  public void setPath(String path) {
    this.path = path;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
