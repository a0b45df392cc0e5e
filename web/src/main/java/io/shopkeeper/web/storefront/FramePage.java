package io.shopkeeper.web.storefront;

import io.shopkeeper.catalog.boundary.CategoryCount;
import io.shopkeeper.catalog.boundary.CustomerData;
import io.shopkeeper.catalog.boundary.Customers;
import io.shopkeeper.catalog.boundary.Products;
import io.shopkeeper.platform.boundary.ApiKeys;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is around every page: departments, language, theme, who is looking. */
@Named("frame")
@RequestScoped
public class FramePage {

  private static final int CUSTOMERS_TO_CHOOSE = 16;

  @Inject private Products products;
  @Inject private Customers customers;
  @Inject private ApiKeys keys;
  @Inject private Visit visit;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private List<Link> departments;

  /** A named address. */
  public record Link(String text, String url, String path) {}

  /** The widest categories. */
  public List<Link> getDepartments() {
    if (departments == null) {
      departments =
          products.categories().stream()
              .map(CategoryCount::categoryPath)
              .map(path -> path.split("/", 2)[0])
              .distinct()
              .map(path -> new Link(texts.category(path), categoryUrl(path), path))
              .toList();
    }
    return departments;
  }

  /** Whether a category belongs to a department. */
  public boolean within(Link department, String category) {
    return category != null
        && (category.equals(department.path()) || category.startsWith(department.path() + "/"));
  }

  static String categoryUrl(String path) {
    return "/category?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  /** Whether the visitor may look through a customer's eyes. */
  public boolean isDemo() {
    return DemoMode.on();
  }

  /** Some customers to choose from. */
  public List<CustomerData> getCustomers() {
    return DemoMode.on() ? customers.list(null, null, CUSTOMERS_TO_CHOOSE).items() : List.of();
  }

  /** The address of this page, to come back to. */
  public String getHere() {
    String query = request.getQueryString();
    String path =
        request.getServletPath().replaceFirst("\\.xhtml$", "").replaceFirst("^/index$", "/");
    return query == null ? path : path + "?" + query;
  }

  /** The language that the visitor can switch to. */
  public String getOtherLanguage() {
    return visit.getLocale().getLanguage().equals("zh") ? "en" : "zh-CN";
  }

  /** The theme that the visitor can switch to. */
  public String getOtherTheme() {
    return visit.getTheme().equals("dark") ? "light" : "dark";
  }

  /** The product whose page this is; empty on other pages. */
  public String getProductId() {
    String id = request.getParameter("id");
    return id != null && request.getServletPath().startsWith("/product") ? id : "";
  }

  /** The key by which the widget speaks to this shop. */
  public String getKey() {
    return keys.storefrontKey();
  }
}
